/** What an injected failure says when the test gives no body. */
export const statusMessages: Readonly<Record<number, string>> = {
  400: 'The request is invalid.',
  401: 'Your request does not contain a private API key.',
  403: 'Your account cannot be authenticated.',
  404: 'The requested resource does not exist.',
  409: 'The name is already taken.',
  413: 'The file is too large.',
  423: 'The folder is locked by a running job.',
  429: 'You have exceeded the rate limit of this API.',
  500: 'We have experienced an internal error.',
  502: 'The service is temporarily unreachable.',
  503: 'The service is temporarily unavailable.',
};
