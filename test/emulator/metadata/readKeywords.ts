/**
 * The keywords of the IPTC block (record 2, dataset 25) and of the XMP text (dc:subject), each once.
 */
export function readKeywords(iptc: Buffer | undefined, xmp: string | undefined): string[] {
  return [...new Set([...readIptc(iptc), ...readSubjects(xmp)])];
}

/** Datasets are `1C <record> <dataset> <length, 2 bytes> <value>`, possibly inside other data. */
function readIptc(block: Buffer | undefined): string[] {
  const keywords: string[] = [];
  if (block === undefined) return keywords;
  for (let at = block.indexOf(0x1c); at !== -1 && at + 5 <= block.length;) {
    const length = block.readUInt16BE(at + 3);
    if (block[at + 1] === 2 && block[at + 2] === 25) {
      keywords.push(block.toString('utf8', at + 5, at + 5 + length));
    }
    at = block.indexOf(0x1c, at + 5 + length);
  }
  return keywords;
}

function readSubjects(xmp: string | undefined): string[] {
  const bag = /<dc:subject>([^]*?)<\/dc:subject>/.exec(xmp ?? '')?.[1] ?? '';
  return [...bag.matchAll(/<rdf:li[^>]*>([^<]*)<\/rdf:li>/g)].map((match) => match[1] ?? '');
}
