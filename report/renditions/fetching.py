"""What a PDF may be made of: files of the typefaces and of the report's own styles, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse


class LocalFiles(URLFetcher):  # type: ignore[misc]  # the package has no types
    """Reads files below `folders`. Anything else ends the rendering with FatalURLFetchingError."""

    def __init__(self, folders: Iterable[Path]) -> None:
        super().__init__(allowed_protocols={"file"}, allow_redirects=False)
        self._folders = [folder.resolve() for folder in folders]

    def fetch(self, url: str, headers: dict[str, Any] | None = None) -> URLFetcherResponse:
        """Return the file at `url`. Raises FatalURLFetchingError for what may not be read or is not there."""
        parts = urlsplit(url)
        path = Path(url2pathname(unquote(parts.path))).resolve()
        if (
            parts.scheme != "file"
            or parts.netloc
            or not any(path.is_relative_to(each) for each in self._folders)
        ):
            raise FatalURLFetchingError(
                f"{url} may not be read for a PDF; expected a file of the report or its typefaces"
            )
        try:
            return URLFetcherResponse(url, path.read_bytes())
        except OSError as error:
            raise FatalURLFetchingError(f"{url}: {error.strerror}") from error
