"""What tests measure in the browser, as scripts that return what is wrong."""

from __future__ import annotations

# Rules put over those of a page, in a way that its content security policy has nothing to say to.
ADD_RULES = """rules => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules)
  document.adoptedStyleSheets.push(sheet)
}"""

# Elements that stick out of the page to the right, unless they scroll by themselves.
STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth, found = []
  const scrolls = element => {
    for (let each = element; each && each !== document.body; each = each.parentElement)
      if (getComputedStyle(each).overflowX !== 'visible') return true
    return false
  }
  if (document.documentElement.scrollWidth > width)
    found.push(`the page is ${document.documentElement.scrollWidth} px wide, the screen ${width} px`)
  for (const element of document.querySelectorAll('main *, footer *, .site-header *, .banner *, body > main *')) {
    const box = element.getBoundingClientRect()
    if (box.width && box.height && box.right > width + 1 && !element.closest('[hidden], dialog, [popover]')
        && !scrolls(element.parentElement))
      found.push(`<${element.tagName.toLowerCase()} class="${element.getAttribute('class')}"> ends at ${box.right} px`)
  }
  return found
}"""

# Cells of stacked tables that do not show the name of their column.
UNLABELLED_CELLS = """() => {
  const found = []
  for (const each of document.querySelectorAll('details')) each.open = true
  for (const cell of document.querySelectorAll('table.stacked td')) {
    const before = getComputedStyle(cell, '::before'), box = cell.getBoundingClientRect()
    const label = cell.dataset.label
    if (!label || before.content !== JSON.stringify(label) || before.display === 'none'
        || before.visibility !== 'visible' || parseFloat(before.fontSize) < 10)
      found.push(`${cell.textContent.trim()}: its label is ${before.content}, not ${label}`)
    else if (box.left < 0 || box.right > innerWidth + 1 || !box.height)
      found.push(`${cell.textContent.trim()}: the cell lies outside the screen`)
  }
  return found
}"""

# Texts of charts that are too small, leave their picture or run into each other.
ILLEGIBLE_TEXTS = """([smallest, tolerance]) => {
  const found = []
  for (const picture of document.querySelectorAll('svg.chart-picture')) {
    const frame = picture.getBoundingClientRect(), matrix = picture.getScreenCTM()
    const scale = Math.hypot(matrix.a, matrix.b), level = []
    for (const text of picture.querySelectorAll('text')) {
      const box = text.getBoundingClientRect(), size = parseFloat(getComputedStyle(text).fontSize) * scale
      const said = `${picture.closest('figure').id}: "${text.textContent}"`
      if (size < smallest) found.push(`${said} is ${size.toFixed(1)} px high`)
      const beyond = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top,
                              box.bottom - frame.bottom)
      if (beyond > tolerance) found.push(`${said} leaves the picture by ${beyond.toFixed(1)} px`)
      if (text.hasAttribute('transform')) continue
      for (const [other, words] of level)
        if (Math.min(box.right, other.right) > Math.max(box.left, other.left)
            && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 3)
          found.push(`${said} runs into "${words}"`)
      level.push([box, text.textContent])
    }
  }
  return found
}"""

# Characters of each full line of the long paragraphs of a chapter.
LINE_LENGTHS = """() => {
  const lengths = []
  for (const paragraph of document.querySelectorAll('.md-content__inner > p')) {
    const lines = new Map(), range = document.createRange()
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest('.citation')) continue
      for (let place = 0; place < walker.currentNode.length; place++) {
        range.setStart(walker.currentNode, place)
        range.setEnd(walker.currentNode, place + 1)
        const [box] = range.getClientRects()
        if (box) {
          const line = Math.round(box.bottom / 8)
          lines.set(line, (lines.get(line) || 0) + 1)
        }
      }
    }
    if (lines.size >= 3) lengths.push(...[...lines.values()].slice(0, -1))
    if (lengths.length > 20) break
  }
  return lengths
}"""

# Whether the middle of an element can be seen and clicked where it is.
IN_SIGHT = """element => {
  const box = element.getBoundingClientRect()
  const x = box.left + box.width / 2, y = box.top + box.height / 2
  const inside = box.width > 0 && box.left >= 0 && box.right <= innerWidth + 1 && box.top >= 0
    && box.bottom <= innerHeight + 1
  return inside && element.contains(document.elementFromPoint(x, y))
}"""

# Colour and ground of every text below an element, as #rrggbb.
COLOURS_OF_TEXTS = """section => {
  const hex = colour => '#' + colour.match(/\\d+/g).slice(0, 3).map(each => (+each).toString(16).padStart(2, '0')).join('')
  const ground = element => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor
      if (!/, 0\\)$|transparent/.test(colour)) return colour
    }
  }
  return [...section.querySelectorAll('*')]
    .filter(each => each.checkVisibility() && (each.matches('input[type=text]')
            || [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim())))
    .map(each => [hex(getComputedStyle(each).color), hex(ground(each))])
}"""

# Texts that their own box cuts off, and parts of the head of a page that lie on each other.
CUT_OFF = """() => {
  const found = [], unseen = box => box.width <= 2 || box.height <= 2
  for (const element of document.querySelectorAll('body *')) {
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue
    const style = getComputedStyle(element), box = element.getBoundingClientRect()
    if (unseen(box) || !element.checkVisibility() || style.clipPath !== 'none' || element.closest('svg')) continue
    const cuts = way => ['hidden', 'clip'].includes(way)
    if (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 2
        || cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 2
        || style.webkitLineClamp !== 'none' || style.textOverflow === 'ellipsis')
      found.push(`"${element.textContent.trim().slice(0, 40)}" is cut off`)
  }
  const head = [...document.querySelectorAll('.site-header :is(a, button)')]
    .map(each => [each, each.getBoundingClientRect()]).filter(([, box]) => !unseen(box))
  for (const [one, box] of head) for (const [other, next] of head)
    if (one !== other && box.left < next.left && box.right > next.left + 1 && box.bottom > next.top + 1 && next.bottom > box.top + 1)
      found.push(`.${one.className} lies on .${other.className}`)
  return found
}"""

# What moves by itself or takes its time.
MOVING = """() => [...document.querySelectorAll('*')].flatMap(element => {
  const style = getComputedStyle(element), longest = list => Math.max(...list.split(',').map(parseFloat))
  return [style.scrollBehavior === 'smooth' && 'scroll-behavior smooth',
          longest(style.transitionDuration) > 0.001 && `transition ${style.transitionDuration}`,
          style.animationName !== 'none' && longest(style.animationDuration) > 0.001 && `animation ${style.animationName}`]
    .filter(Boolean).map(each => `${element.localName}: ${each}`)
})"""

# In forced colours: bars and lines that do not stand out from the page (3:1), texts that do not from what is
# below them (4.5:1).
ILLEGIBLE_WHEN_FORCED = """() => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number)
  const part = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  const light = colour => { const [r, g, b] = numbers(colour).map(part); return 0.2126 * r + 0.7152 * g + 0.0722 * b }
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const probe = document.body.appendChild(document.createElement('i'))
  probe.style.color = 'Canvas'
  const paper = getComputedStyle(probe).color, found = []
  probe.remove()
  const seen = (element, colour, ground, least) => {
    const value = contrast(colour, ground)
    const said = `<${element.localName} class="${element.getAttribute('class')}"> "${element.textContent.trim()}"`
    if (value < least) found.push(`${said}: ${value.toFixed(1)}`)
  }
  for (const each of document.querySelectorAll('svg.chart-picture :is(.chart-bar, .chart-line, .chart-axis)')) {
    const style = getComputedStyle(each)
    seen(each, each.matches('.chart-bar') ? style.fill : style.stroke, paper, 3)
  }
  for (const text of document.querySelectorAll('svg.chart-picture text')) {
    const box = text.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2
    const below = [...text.ownerSVGElement.querySelectorAll('rect, circle')].filter(each => {
      const own = each.getBoundingClientRect(), style = getComputedStyle(each)
      return own.left <= x && x <= own.right && own.top <= y && y <= own.bottom
        && style.fill !== 'none' && numbers(style.fill)[3] !== 0 && style.fillOpacity !== '0'
        && each.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING
    }).at(-1)
    seen(text, getComputedStyle(text).fill, below ? getComputedStyle(below).fill : paper, 4.5)
  }
  return found
}"""
