// Makes a live tree equal to a new one, touching only what differs. What is alike stays the same element, so that place,
// focus and selection survive. The live tree may have attributes of our own; hence its former source is compared, not it.

/**
 * @param live the element on the page
 * @param former what it was made from: the same nodes
 * @param next what it shall be
 * @returns the live elements whose content is new
 */
export function morph(live, former, next) {
  const changed = new Set();
  morphElement(live, former, next, changed);
  return [...changed];
}

function morphNode(live, former, next, changed) {
  if (former.isEqualNode(next)) return;
  if (live.nodeType === Node.ELEMENT_NODE) morphElement(live, former, next, changed);
  else if (live.data !== next.data) {
    live.data = next.data;
    changed.add(live.parentElement);
  }
}

function morphElement(live, former, next, changed) {
  for (const { name } of former.attributes) if (!next.hasAttribute(name)) live.removeAttribute(name);
  for (const { name, value } of next.attributes) if (former.getAttribute(name) !== value) live.setAttribute(name, value);

  const [lives, olds, news] = [[...live.childNodes], [...former.childNodes], [...next.childNodes]];
  let start = 0, end = 0;
  while (start < olds.length && start < news.length && alike(olds[start], news[start])) start++;
  while (end < olds.length - start && end < news.length - start && alike(olds.at(-1 - end), news.at(-1 - end))) end++;
  for (let i = 0; i < start; i++) morphNode(lives[i], olds[i], news[i], changed);
  for (let i = 1; i <= end; i++) morphNode(lives.at(-i), olds.at(-i), news.at(-i), changed);

  const behind = lives[lives.length - end] ?? null;
  const oldCount = olds.length - end - start, newCount = news.length - end - start;
  for (let i = start; i < start + Math.max(oldCount, newCount); i++) {
    const isOld = i < start + oldCount, isNew = i < start + newCount;
    if (isOld && isNew && sameKind(olds[i], news[i])) morphNode(lives[i], olds[i], news[i], changed);
    else {
      if (isNew) changed.add(put(live, news[i], isOld ? lives[i] : behind));
      if (isOld) lives[i].remove();
    }
  }
}

function put(parent, node, before) {
  const made = parent.ownerDocument.importNode(node, true);
  parent.insertBefore(made, before);
  return made.nodeType === Node.ELEMENT_NODE ? made : parent;
}

const sameKind = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName;

// By name and text: a paragraph that only moved to another cell is the same paragraph.
const alike = (a, b) => sameKind(a, b) && a.textContent === b.textContent;
