/** ImageKit’s own host. */
export const base = 'https://ik.imagekit.io/demo';
const signature = 'ik-s=a03f5fc9ad7bd15ae4cbcc0d3e0d9a1bd8d9a0b1';

/** What stands behind an endpoint: plain, encoded in every way, non-ASCII and signed. */
const paths: readonly string[] = [
  '/a.jpg',
  '/blog/2024/a-b_c.jpg',
  '/a%20b.jpg',
  '/a%2Fb.jpg',
  '/a%252Fb.jpg',
  '/a+b.jpg',
  '/a%2Bb.jpg',
  '/m%C3%BCde.jpg',
  '/müde-katze.jpg',
  '/日本語/写真.png',
  '/%E6%97%A5%E6%9C%AC.png',
  '/%e6%97%a5.png',
  '/emoji-😀.jpg',
  '/e%CC%81-e\u0301.jpg',
  '/a@2x.jpg',
  '/a~b.jpg',
  '/a(1).jpg',
  '/a!b%24c.jpg',
  '/a;b=c.jpg',
  '/tr:w-300,h-200/a.jpg',
  '/tr:w-300%2Ch-200/a.jpg',
  '/tr:l-text,i-50%25%20off,l-end/a.jpg',
  '/tr:l-text,ie-SGVsbG8%3D,l-end/a.jpg',
  '/tr:l-image,i-logos@@brand.png,l-end/a.jpg',
  '/tr:w-100:rt-90/müde.jpg',
  '/tr:di-none@@x.jpg/a.jpg',
  '/a.jpg?tr=w-300',
  '/a.jpg?tr=w-300%2Ch-200',
  '/a.jpg?tr=l-text,i-a%26b,l-end',
  '/a.jpg?tr=l-text,i-a%2Bb,l-end',
  '/a.jpg?v=1&tr=w-1&x=%20',
  '/a.jpg?updatedAt=1712345678901',
  '/a.jpg?name=m%C3%BCde',
  '/a.jpg?name=müde',
  '/a.jpg?x=a%3Db%26c',
  '/a.jpg?x=%',
  '/a.jpg?empty=&flag',
  '/a.mp4/ik-thumbnail.jpg?tr=so-1',
  '/a.mp4/ik-master.m3u8?tr=sr-480_720',
  '/a.jpg#fragment%20x',
  '/a.jpg?tr=e-changebg-prompt-snow%20road',
  '/https%3A%2F%2Fexample.com%2Fb%2520c.jpg',
  `/a.jpg?${signature}`,
  `/a%20b.jpg?${signature}`,
  `/a%2Fb.jpg?ik-t=1893456000&${signature}`,
  `/müde.jpg?${signature}`,
  `/tr:w-300/m%C3%BCde.jpg?${signature}`,
  `/a.jpg?tr=w-300%2Ch-200&ik-t=1893456000&${signature}`,
  `/a.jpg?x=%2B&${signature}`,
  `/日本.jpg?tr=l-text,i-%E6%97%A5,l-end&${signature}`,
];

/**
 * All that a link has to open byte for byte: at ImageKit’s own host, and some at another endpoint.
 * @param urlEndpoint The other one.
 */
export function linkedUrls(urlEndpoint: string): readonly string[] {
  return [
    ...paths.map((path) => base + path),
    ...paths.filter((_, index) => index % 5 === 0).map((path) => urlEndpoint + path),
  ];
}
