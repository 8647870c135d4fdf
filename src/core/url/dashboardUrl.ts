/**
 * Where ImageKit's dashboard shows a file of the media library.
 * Source: the address that the dashboard itself has while it shows a file, as people share it; no
 * page of the documentation names it.
 */
export function dashboardUrl(fileId: string): string {
  return `https://imagekit.io/dashboard/media-library/detail/${encodeURIComponent(fileId)}`;
}
