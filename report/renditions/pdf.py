"""PDFs: of the whole report in each language, and of each chapter; tagged, with the edition on every sheet."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from report.files import write_bytes
from report.renditions.assembly import Job, chapters
from report.renditions.pdf_document import Assembly
from report.renditions.printing import pdf
from study.renditions import chapter_pdf, report_file

FEW = 4  # documents: fewer are made faster than another process starts
Document = tuple[str, str | None]  # language, chapter; None is the whole report


def make(job: Job) -> list[str]:
    """Write the PDFs of a job below its site, in two processes where there is enough to do.

    Returns their paths below the site, sorted. Raises NoSiteError for a missing page, NotPrintedError
    where one can't be made as it should be.
    """
    documents = wanted(job)
    if len(documents) < FEW or (os.cpu_count() or 1) < 2:
        return sorted(_written(job, each) for each in documents)
    # a process that prints must not share what another has read: each starts afresh
    with ProcessPoolExecutor(
        2, mp_context=get_context("spawn"), initializer=_begin, initargs=(job,)
    ) as processes:
        return sorted(processes.map(_written_there, documents))


def wanted(job: Job) -> list[Document]:
    """Return the documents of a job, the longest first: whole reports unless chapters were named, then chapters."""
    found: list[Document] = [] if job.chapters else [(language, None) for language in job.languages]
    for language in job.languages:
        keys = [chapter.key for part in chapters(job, language) for chapter in part.chapters]
        found += [(language, key) for key in keys if not job.chapters or key in job.chapters]
    return found


def path_of(job: Job, document: Document) -> str:
    """Return the path of a document's file below the site."""
    language, chapter = document
    if chapter is None:
        return report_file(job.standing, language, "pdf")
    return chapter_pdf(job.standing, language, chapter)


def _written(job: Job, document: Document) -> str:
    language, chapter = document
    assembly = Assembly(job, language)
    text = assembly.whole() if chapter is None else assembly.chapter(chapter)
    path = path_of(job, document)
    write_bytes(job.site / path, pdf(job.root, text))
    return path


_jobs: list[Job] = []  # of this process


def _begin(job: Job) -> None:
    _jobs[:] = [job]


def _written_there(document: Document) -> str:
    return _written(_jobs[0], document)
