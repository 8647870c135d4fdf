const literal = /^[\w*.-]*$/;

/** What `encodeURIComponent` leaves and a form does not. */
const leftOver = /[!'()~]|%20/g;

/** One name or value as `application/x-www-form-urlencoded`, the form of `URLSearchParams`. */
export function formEncode(text: string): string {
  if (literal.test(text)) return text;
  try {
    return encodeURIComponent(text).replace(leftOver, (found) =>
      found === '%20' ? '+' : `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch {
    // Half a character, which a form replaces.
    return new URLSearchParams([['', text]]).toString().slice(1);
  }
}
