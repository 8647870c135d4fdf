import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import path from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { listening, type TestServer } from './testServer.ts';

function fixture(name: string): Promise<string> {
  return readFile(path.join(import.meta.dirname, '../../fixtures/tls', name), 'utf8');
}

/** A real server on loopback whose certificate nobody trusts. */
export async function startTlsServer(listener: RequestListener): Promise<TestServer> {
  const [key, cert] = await Promise.all(['selfSigned.key.pem', 'selfSigned.cert.pem'].map(fixture));
  return listening(createServer({ key, cert }, listener), 'https');
}

/** Trusts the certificate of {@link startTlsServer} while something runs. */
export async function trustingTlsServer(work: () => Promise<void>): Promise<void> {
  const trusted = getCACertificates();
  setDefaultCACertificates([...trusted, await fixture('selfSigned.cert.pem')]);
  try {
    await work();
  } finally {
    setDefaultCACertificates(trusted);
  }
}
