// Parses flowcharts with Mermaid itself: `npm i mermaid jsdom`, then `node parse_mermaid.mjs FOLDER < flowcharts as JSON`.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const from = createRequire(`${process.argv[2]}/`);
const { JSDOM } = from("jsdom");
const { window } = new JSDOM("<!DOCTYPE html><body></body>");
Object.assign(globalThis, { window, document: window.document });
for (const name of ["Element", "HTMLElement", "SVGElement", "Node", "NodeFilter", "DocumentFragment", "DOMParser",
  "HTMLTemplateElement", "NamedNodeMap", "HTMLFormElement"]) globalThis[name] = window[name];
const { default: mermaid } = await import(pathToFileURL(`${process.argv[2]}/node_modules/mermaid/dist/mermaid.core.mjs`));

const found = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  found.push({
    labels: [...db.getVertices().values()].map((node) => node.text),
    edges: db.getEdges().map((edge) => [edge.start, edge.end, edge.text]),
    groups: db.getSubGraphs().map((group) => group.title),
  });
}
process.stdout.write(JSON.stringify(found));
