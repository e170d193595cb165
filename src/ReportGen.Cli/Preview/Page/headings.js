// Print repeats the heading of a table on each page that the table reaches; columns do not. Rows cannot be added within cells
// that span several of them, so room is made above the first row of a page, and a copy of the heading is laid over it.
let rooms = [], copies = [];

/** Removes the repeated headings, so that the document is as its source. */
export function removeHeadings() {
  for (const cell of rooms) cell.style.removeProperty('padding-top');
  for (const copy of copies) copy.remove();
  rooms = [];
  copies = [];
}

/** Repeats the headings as print does. Each one moves what follows, so the pages are asked for again after it. */
export function repeatHeadings(doc, pageOf) {
  for (const head of doc.querySelectorAll('thead')) {
    if (doc.defaultView.getComputedStyle(head).display !== 'table-header-group') continue;
    const height = [...head.rows].reduce((sum, row) => sum + row.getBoundingClientRect().height, 0), firsts = [];
    let page = pageOf(head);
    for (const row of head.parentElement.querySelectorAll(':scope > tbody > tr')) {
      if (pageOf(row) <= page) continue;
      page = pageOf(row);
      firsts.push(row);
      for (const cell of row.cells) makeRoom(cell, height);
    }
    copies.push(...firsts.map(row => copyOf(head, row)));
  }
  doc.body.prepend(...copies);
}

function makeRoom(cell, height) {
  const own = parseFloat(cell.ownerDocument.defaultView.getComputedStyle(cell).paddingTop);
  cell.style.paddingTop = `${own + height}px`;
  rooms.push(cell);
}

// Only to be seen: without the ids and sources of the original.
function copyOf(head, row) {
  const table = head.parentElement, around = table.parentElement, copy = table.cloneNode(false);
  // The style sheet may tell tables apart by what is around them.
  const frame = around.localName === 'div' ? around.cloneNode(false) : table.ownerDocument.createElement('div');
  copy.append(...[...table.querySelectorAll(':scope > colgroup'), head].map(part => part.cloneNode(true)));
  frame.append(copy);
  const figures = [...row.cells].filter(cell => cell.localName === 'td').reverse();
  [...copy.querySelectorAll('col')].reverse().forEach((column, i) => {
    column.style.width = i < figures.length ? `${figures[i].getBoundingClientRect().width}px` : 'auto';
  });
  frame.ariaHidden = 'true';
  for (const each of [frame, ...frame.querySelectorAll('*')])
    for (const name of ['id', 'headers', 'data-cell', 'tabindex', 'role', 'aria-labelledby']) each.removeAttribute(name);
  const place = row.getClientRects()[0], whole = table.getClientRects()[0];
  copy.style.tableLayout = 'fixed';
  Object.assign(frame.style, {
    position: 'absolute', margin: '0', padding: '0', border: '0', maxWidth: 'none', overflow: 'visible', background: 'white',
    top: `${place.top}px`, left: `${whole.left}px`, width: `${whole.width}px`,
  });
  return frame;
}
