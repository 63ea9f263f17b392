import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { languageOf, pageHeaders, pagePolicy, styleSheet, styleSheetAddress } from '@sillok/http-service';
import { Provider } from 'oidc-provider';
import type { DemoPerson } from '../demo-person.ts';
import { choosePersonPage, signInFailedPage } from './choose-person-page.ts';
import type { IdentityProviderOptions } from './identity-provider-options.ts';
import { providerConfiguration } from './provider-configuration.ts';
import { providerKeys } from './provider-keys.ts';
import { readForm } from './read-form.ts';

/** The sign-in of the demonstration (OpenID Connect): whoever is chosen is believed. Mount it under `id.localhost`. */
export function createIdentityProvider(options: IdentityProviderOptions): { readonly handle: RequestListener } {
  const provider = new Provider(options.issuer, providerConfiguration(options, providerKeys(options.keysFolder)));
  const protocol = provider.callback();
  return {
    handle(request, response) {
      const path = (request.url ?? '').split('?')[0] ?? '';
      if (path === styleSheetAddress) send(response, 200, 'text/css; charset=utf-8', styleSheet);
      else if (path.startsWith('/interaction/')) void interact(options, provider, request, response);
      else void protocol(request, response);
    },
  };
}

async function interact(
  options: IdentityProviderOptions,
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const language = languageOf(['en', 'ko'], undefined, request.headers['accept-language']);
  try {
    const { params } = await provider.interactionDetails(request, response);
    const client = options.clients.find((one) => one.institution.id === params['client_id']);
    if (client === undefined) throw new Error('the client is unknown');
    const people = options.people.filter((person) => person.institution === client.institution.id);
    const asked = languageOf(['en', 'ko'], textOf(params['ui_locales']), request.headers['accept-language']);
    const person = request.method === 'POST' ? await chosenPerson(people, request, options.issuer) : undefined;
    if (person !== undefined) {
      await provider.interactionFinished(request, response, { login: { accountId: person.id, amr: ['demo'] } });
      return;
    }
    response.setHeader('content-security-policy', pagePolicy([new URL(client.redirectUri).origin]));
    const action = new URL(request.url ?? '', options.issuer).pathname;
    sendPage(response, 200, choosePersonPage(client.institution, people, action, asked));
  } catch {
    sendPage(response, 400, signInFailedPage('interaction', language));
  }
}

async function chosenPerson(people: readonly DemoPerson[], request: IncomingMessage, issuer: string) {
  if (request.headers.origin !== issuer) throw new Error('the form was sent from another origin');
  const form = await readForm(request);
  return people.find((person) => person.id === form.get('person'));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function sendPage(response: ServerResponse, status: number, page: string): void {
  for (const [name, value] of Object.entries(pageHeaders)) {
    if (!response.hasHeader(name)) response.setHeader(name, value);
  }
  send(response, status, 'text/html; charset=utf-8', page);
}

function send(response: ServerResponse, status: number, mediaType: string, body: string): void {
  response.statusCode = status;
  response.setHeader('content-type', mediaType);
  response.end(body);
}
