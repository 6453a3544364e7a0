// The little of Markdown that answers use, as nodes. Text never becomes markup: whatever an answer
// or a document says, no element is made but these, and no link but to a web page.

const INLINE = /`([^`]+)`|\*\*(.+?)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|\[(\d+)\]/g;
const BLOCK = { bullet: /^\s*[-*•]\s+(.*)$/, number: /^\s*\d+[.)]\s+(.*)$/, heading: /^#{1,6}\s+(.*)$/ };

/** Return the blocks of a text. `links` has the addresses of the markers such as [0]. */
export function render(text, links = new Map()) {
  const blocks = [];
  let list = null;
  let paragraph = null;
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const [, bullet] = line.match(BLOCK.bullet) ?? [];
    const [, number] = line.match(BLOCK.number) ?? [];
    const [, heading] = line.match(BLOCK.heading) ?? [];
    if (line.startsWith("```")) {
      const code = [];
      while (++at < lines.length && !lines[at].startsWith("```")) code.push(lines[at]);
      blocks.push(element("pre", element("code", code.join("\n"))));
      list = paragraph = null;
    } else if (bullet !== undefined || number !== undefined) {
      const tag = bullet === undefined ? "OL" : "UL";
      if (list?.tagName !== tag) blocks.push((list = element(tag)));
      list.append(element("li", ...inline(bullet ?? number, links)));
      paragraph = null;
    } else if (heading !== undefined) {
      blocks.push(element("h4", ...inline(heading, links)));
      list = paragraph = null;
    } else if (!line.trim()) {
      list = paragraph = null;
    } else if (paragraph) {
      paragraph.append(element("br"), ...inline(line, links));
    } else {
      blocks.push((paragraph = element("p", ...inline(line, links))));
      list = null;
    }
  }
  return blocks;
}

/** Return a link that leads out of the page. */
export function link(address, ...content) {
  const made = element("a", ...content);
  made.href = address;
  made.target = "_blank";
  made.rel = "noopener noreferrer";
  return made;
}

/** Return an element with nodes and plain texts in it. */
export function element(tag, ...content) {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

function inline(text, links) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    const [all, code, bold, label, address, marker] = found;
    const before = text.slice(end, found.index);
    nodes.push(marker ? before.trimEnd() : before); // a marker stays with the words it is about
    end = found.index + all.length;
    if (code) nodes.push(element("code", code));
    else if (bold) nodes.push(element("strong", ...inline(bold, links)));
    else if (label) nodes.push(link(address, label));
    else nodes.push(reference(all, marker, links));
  }
  nodes.push(text.slice(end));
  return nodes;
}

function reference(text, marker, links) {
  if (!links.has(marker)) return links.size ? text : "";
  const { shown, url, name } = links.get(marker);
  const made = element("sup", url ? link(url, shown) : shown);
  made.className = "marker";
  made.title = name;
  return made;
}
