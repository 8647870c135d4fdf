const escape = (text: string): string => text.replaceAll(/[\\()]/g, String.raw`\$&`);

/** A one-page PDF with a coloured band and two lines of text, with a correct cross-reference table. */
export function createPdf(title: string, line: string): Buffer {
  const content = [
    '0.14 0.27 0.85 rg 0 742 595 100 re f',
    `1 1 1 rg BT /F1 32 Tf 48 780 Td (${escape(title)}) Tj ET`,
    `0.2 0.2 0.25 rg BT /F1 14 Tf 48 690 Td (${escape(line)}) Tj ET`,
    '0.36 0.55 1 rg 48 560 90 90 re f 0.95 0.34 0.29 rg 150 560 90 90 re f 1 0.69 0.29 rg 252 560 90 90 re f',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(Buffer.byteLength(content))} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(body.length)}\n%%EOF\n`,
    'latin1',
  );
}
