"""Where the keyboard is on a page, and what is wrong with it: for tests that press keys alone."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

# The element that has the focus, and what is wrong: no ring around it (WCAG 2.2, 2.4.7), it can't be seen, or
# something lies over its first line (2.4.11). In a picture, the ring is the line around a square.
FOCUS = """() => {
  const element = document.activeElement
  if (!element || element === document.body || element === document.documentElement) return null
  const style = getComputedStyle(element), found = []
  const squares = element.ownerSVGElement ? [...element.querySelectorAll('rect')].map(each => getComputedStyle(each)) : []
  const ring = style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2
    || squares.some(each => each.stroke !== 'none' && parseFloat(each.strokeWidth) >= 2)
  if (!ring) found.push('no ring')
  const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
  const lines = element.ownerSVGElement ? [element.getBoundingClientRect()]
    : [...element.getClientRects()].filter(each => each.width > 2 && each.height > 2)
  if (!shown || !lines.length) found.push('not shown')
  else {
    const [line] = lines, middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2 // of what is in sight
    const x = middle(line.left, line.right, innerWidth), y = middle(line.top, line.bottom, innerHeight)
    const over = document.elementFromPoint(x, y), label = element.closest('label')
    if (!over) found.push(`out of sight at ${Math.round(x)}, ${Math.round(y)}`)
    else if (!element.contains(over) && !label?.contains(over))
      found.push(`below <${over.localName} class="${over.getAttribute('class')}">`)
  }
  const name = `<${element.localName} class="${element.getAttribute('class') || ''}"> ${element.textContent.trim().slice(0, 40)}`
  return { name, found, first: element.classList.contains('skip') }
}"""
# what holds others, and what says itself what it holds when a script moves the focus there
UNNAMED = ("RootWebArea", "generic", "none", "status")


def lost(page: Page) -> list[str]:
    """Say what is wrong with the focus where it is."""
    focus = page.evaluate(FOCUS)
    return [f"{focus['name']}: {each}" for each in focus["found"]] if focus else ["nothing has the focus"]


def walked(page: Page, most: int = 400) -> tuple[int, list[str]]:
    """Press Tab until the page has been gone through once; return how often, and what was wrong on the way."""
    faults: list[str] = []
    for place in range(most):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if not focus or (place and focus["first"]):
            return place, faults
        faults += [f"{focus['name']}: {each}" for each in focus["found"]]
    return most, [*faults, f"the keyboard does not leave the page after {most} stops"]


def tab_to(page: Page, selector: str, most: int = 60) -> None:
    """Press Tab until the element has the focus, which must be seen at each step."""
    for _ in range(most):
        page.keyboard.press("Tab")
        assert lost(page) == []
        if page.locator(":focus").and_(page.locator(selector)).count():
            return
    raise AssertionError(f"{selector} was not reached in {most} steps")


def nameless(page: Page) -> list[str]:
    """Return the roles of what can have the focus and has no name in the tree that screen readers are given."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        _role(node)
        for node in nodes
        if _focusable(node) and not node.get("name", {}).get("value", "").strip()
    ]


def _focusable(node: dict[str, Any]) -> bool:
    if node.get("ignored") or _role(node) in UNNAMED:
        return False
    return any(each["name"] == "focusable" and each["value"]["value"] for each in node.get("properties", []))


def _role(node: dict[str, Any]) -> str:
    return str(node["role"]["value"])
