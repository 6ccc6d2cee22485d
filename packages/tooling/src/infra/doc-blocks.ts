/** A fenced block of a page that has a title, which marks it as one to be executed. */
export interface DocBlock {
  readonly title: string;
  readonly code: string;
}

const FENCE = /^```sh title="([^"]+)"\n([\s\S]*?)^```$/gm;

/** The titled shell blocks of a Markdown page, in their order. */
export function docBlocks(markdown: string): DocBlock[] {
  return [...markdown.matchAll(FENCE)].map(([, title = '', code = '']) => ({ title, code }));
}

const LINK = /!?\[[^\]]*\]\(([^)\s]+)\)/g;

/** Where a page's links lead, without code and without what leads out of the repository. */
export function localLinks(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`]*`/g, '');
  return [...prose.matchAll(LINK)].map(([, target = '']) => target).filter((target) => !/^(https?:|mailto:|#)/.test(target));
}
