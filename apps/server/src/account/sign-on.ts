// Signing on by the bureau's own identity server (OpenID Connect): authorization code with PKCE, state and nonce; the door to it, and
// what its answer says. Who may sign on here is workflows/account/sign-on.ts's affair.
import { randomBytes } from 'node:crypto';
import * as oidc from 'openid-client';
import type { SignOnSettings } from './sign-on-settings.ts';

/** One person on the way to the identity server and back. */
interface Under {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly redirect: string;
  readonly until: number;
}

export interface SignedOn {
  readonly accountId: string;
  readonly name: string | null;
}

export interface SignOnDesk {
  readonly settings: SignOnSettings;
  /** Where the browser goes, and the word that it brings back. `own` is this server's public address, ending in /. */
  begin(own: string): Promise<{ ticket: string; to: string }>;
  /** What the identity server says of the person; undefined where the answer is none to this ticket, or not to be trusted. */
  end(ticket: string | null, query: string): Promise<SignedOn | undefined>;
}

/** Seconds in which a person signs on there, and how many may be on the way. */
const WAY_SECONDS = 600;
const MOST_UNDER_WAY = 10_000;
export const SIGN_ON_END = 'api/sign-on/end';

export function signOnDesk(settings: SignOnSettings, seconds: () => number = () => performance.now() / 1000): SignOnDesk {
  const under = new Map<string, Under>();
  let discovered: Promise<oidc.Configuration> | undefined;
  // found when somebody wants in, and looked for again where it was not there
  const identityServer = () => {
    discovered ??= discover(settings).catch((error) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  };
  return {
    settings,
    async begin(own) {
      const server = await identityServer();
      for (const [ticket, { until }] of under) if (until < seconds() || under.size >= MOST_UNDER_WAY) under.delete(ticket);
      const verifier = oidc.randomPKCECodeVerifier();
      const [state, nonce, ticket] = [oidc.randomState(), oidc.randomNonce(), randomBytes(24).toString('base64url')];
      const redirect = (settings.publicAddress ?? own) + SIGN_ON_END;
      under.set(ticket, { verifier, state, nonce, redirect, until: seconds() + WAY_SECONDS });
      const to = oidc.buildAuthorizationUrl(server, {
        redirect_uri: redirect,
        scope: settings.scope,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { ticket, to: to.href };
    },
    async end(ticket, query) {
      const one = ticket === null ? undefined : under.get(ticket);
      if (!one) return undefined;
      // whatever comes of it, once
      under.delete(ticket as string);
      if (one.until < seconds()) return undefined;
      const tokens = await oidc.authorizationCodeGrant(await identityServer(), new URL(`${one.redirect}?${query}`), {
        pkceCodeVerifier: one.verifier,
        expectedState: one.state,
        expectedNonce: one.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims() ?? ({} as Record<string, unknown>);
      const accountId = claims[settings.claim];
      const { name } = claims;
      return typeof accountId === 'string' && accountId !== ''
        ? { accountId, name: typeof name === 'string' && name !== '' ? name : null }
        : undefined;
    },
  };
}

const discover = ({ issuer, clientId, clientSecret }: SignOnSettings): Promise<oidc.Configuration> =>
  oidc.discovery(issuer, clientId, clientSecret, undefined, {
    timeout: 10,
    execute: [
      // the token's signature is checked too, and not only the connection that it came by
      oidc.enableNonRepudiationChecks,
      // only an identity server on this very machine may go without TLS (sign-on-settings.ts)
      ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
    ],
  });
