// Reads Markdown as GitHub does (CommonMark with its extensions) and prints it as HTML.
import { readFileSync } from 'node:fs';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

process.stdout.write(micromark(readFileSync(0, 'utf8'), { extensions: [gfm()], htmlExtensions: [gfmHtml()] }));
