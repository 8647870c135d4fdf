import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import { TLSSocket } from 'node:tls';

const requestCreated = 'http.client.request.created';

/** The request that a call makes while it runs: node-fetch keeps its own to itself. */
export function requestMadeBy<Result>(
  call: () => Result,
): readonly [Result, ClientRequest | undefined] {
  let made: ClientRequest | undefined;
  const onCreated = (message: unknown): void => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    if (message.request instanceof ClientRequest) made ??= message.request;
  };
  subscribe(requestCreated, onCreated);
  try {
    return [call(), made];
  } finally {
    unsubscribe(requestCreated, onCreated);
  }
}

export interface ConnectionTimes {
  /**
   * Milliseconds until there is a socket. Without a proxy that is at once; VS Code's proxy support
   * finds the proxy, reaches it and may ask a person for its password.
   */
  readonly route: number;
  /** Milliseconds until the socket is connected to the host, and TLS agreed upon. */
  readonly connect: number;
}

export interface ConnectionListener {
  readonly onConnected: () => void;
  /** There was no connection within so many milliseconds. */
  readonly onLate: (milliseconds: number) => void;
}

/** Tells when a request has its connection. It does not matter whose agent makes it. */
export function watchConnection(
  request: ClientRequest,
  { route, connect }: ConnectionTimes,
  { onConnected, onLate }: ConnectionListener,
): void {
  let timer: NodeJS.Timeout | undefined;
  const expectWithin = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => onLate(milliseconds), milliseconds).unref();
  };
  const onReady = (): void => {
    clearTimeout(timer);
    onConnected();
  };
  expectWithin(route);
  request.once('close', () => clearTimeout(timer));
  request.once('socket', (socket) => {
    const isSecure = socket instanceof TLSSocket;
    if (request.reusedSocket || !(isSecure || socket.connecting)) return onReady();
    expectWithin(connect);
    return void socket.once(isSecure ? 'secureConnect' : 'connect', onReady);
  });
}
