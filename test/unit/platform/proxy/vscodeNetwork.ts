import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import {
  createHttpPatch,
  createProxyResolver,
  createTlsPatch,
  LogLevel,
  resetCaches,
  type ProxyAgentParams,
  type ProxySupportSetting,
  type ResolveProxyWithRequest,
} from '@vscode/proxy-agent';

/** What people set in VS Code. */
export interface NetworkSettings {
  /** `http.proxySupport` */
  readonly proxySupport: ProxySupportSetting;
  /** `http.proxy` */
  readonly proxy?: string;
  /** Certificates of the system, which `http.systemCertificates` adds. */
  readonly certificates?: readonly string[];
}

/** A name of loopback that VS Code does not know as such: requests to it go through the proxy. */
export const proxiedHost = 'localhost.';

const silent = (): void => undefined;

/** Gives Node's modules what VS Code gives them in its extension host, until it is undone. */
export function patchAsVSCode(settings: NetworkSettings): () => void {
  const params: ProxyAgentParams = {
    getProxySupport: () => settings.proxySupport,
    getProxyURL: () => settings.proxy,
    getNoProxyConfig: () => [],
    resolveProxy: async () => undefined,
    isUseHostProxyEnabled: () => false,
    isAdditionalFetchSupportEnabled: () => false,
    addCertificatesV1: () => settings.certificates !== undefined,
    addCertificatesV2: () => false,
    loadAdditionalCertificates: async () => [...(settings.certificates ?? [])],
    proxyResolveTelemetry: silent,
    log: { trace: silent, debug: silent, info: silent, warn: silent, error: silent },
    getLogLevel: () => LogLevel.Off,
    env: {},
  };
  const originals = { http: { ...http }, https: { ...https }, tls: { ...tls }, dns: { ...dns } };
  const resolveProxy = withoutTelemetry(createProxyResolver(params).resolveProxyWithRequest);
  Object.assign(http, createHttpPatch(params, originals.http, resolveProxy));
  Object.assign(https, createHttpPatch(params, originals.https, resolveProxy));
  Object.assign(tls, createTlsPatch(params, originals.tls));
  // Not every system finds the name with its dot.
  const lookup = (hostname: string, ...rest: unknown[]): unknown =>
    Reflect.apply(originals.dns.lookup, dns, [hostname.replace(/\.$/, ''), ...rest]);
  Object.assign(dns, { lookup });
  return () => {
    resetCaches();
    Object.assign(http, { get: originals.http.get, request: originals.http.request });
    Object.assign(https, { get: originals.https.get, request: originals.https.request });
    const { connect, createSecureContext } = originals.tls;
    Object.assign(tls, { connect, createSecureContext });
    Object.assign(dns, { lookup: originals.dns.lookup });
  };
}

/** Without the timer of its telemetry, for which the process would stay alive for ten minutes. */
function withoutTelemetry(resolveProxy: ResolveProxyWithRequest): ResolveProxyWithRequest {
  return (...given) => {
    const { setTimeout } = globalThis;
    const unheld: typeof globalThis.setTimeout = Object.assign(
      (...timer: Parameters<typeof setTimeout>) => setTimeout(...timer).unref(),
      setTimeout,
    );
    globalThis.setTimeout = unheld;
    try {
      resolveProxy(...given);
    } finally {
      globalThis.setTimeout = setTimeout;
    }
  };
}
