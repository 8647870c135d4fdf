/** https://imagekit.io/docs/transformations: what delivery answers instead of a picture. */
export function deliveryProblem(status: number, detail: string | undefined): string {
  switch (status) {
    case 400:
      return `ImageKit refused the transformation${detail === undefined ? '.' : `: ${detail}`}`;
    case 401:
      return 'This file is private, or the URL’s signature is wrong or has expired.';
    case 404:
      return 'There is no file at this path.';
    case 429:
      return 'ImageKit asks to wait before more pictures are loaded.';
    default:
      return `The picture could not be loaded (status ${status}).`;
  }
}
