// Puts everything together: the home, the routes by noun, the console's files. Listening is serve.ts's affair.

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import type { Instant } from '@hengjian/domain';
import type { Home } from '@hengjian/store';
import fastify, { type RouteOptions } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { guardPermissions } from './account/guard-permissions.ts';
import { signOnDesk } from './account/sign-on.ts';
import type { SignOnSettings } from './account/sign-on-settings.ts';
import { analysisDeskOf } from './analysis-desk.ts';
import type { App } from './api.ts';
import { type CaptchaDesk, captchaDesk } from './complaint/captcha.ts';
import { guardOrigins, secureHeaders } from './guard.ts';
import { answerBadAddress, interfaceRoutes } from './interface/route.ts';
import { jobRunnerOf } from './jobs/runner.ts';
import { lakeReaderOf } from './lake-reader.ts';
import { namesOf } from './names.ts';
import { type ReachSettings, reachSettings } from './reach.ts';
import { answerErrors } from './refusal.ts';
import { routes } from './routes/index.ts';
import type { Services } from './services.ts';
import { wallClock } from './wall-clock.ts';

export interface AppOptions {
  home: Home;
  /** Folder of the built console; without it the server answers the API only. */
  consoleFolder?: string;
  /** Set where only this machine may reach us: then requests under any other host name are refused. */
  loopbackOnly?: boolean;
  logger?: boolean;
  /** Whether messages of this machine itself need no signature (default); not where others reach us through it. */
  trustLoopback?: boolean;
  /** The word that a process of this machine shows to hand in work; without it none may. */
  token?: string;
  /** Told of every route as it is added. */
  onRoute?: (route: RouteOptions) => void;
  /** Threads that answer 3101 and 3102 beside the one that listens, and one that follows their accounts; undefined: all is done in one. */
  auditThreads?: number;
  /** Told how many of them are warm. */
  onAuditThread?: (warm: number) => void;
  /** Draws the pictures of the public page. */
  captchas?: CaptchaDesk;
  /** The bureau's identity server, where it has one. */
  signOn?: SignOnSettings | null;
  /** Proxies before this server and how much it takes. */
  reach?: ReachSettings;
  /** What the clock on the wall says; another one in tests. */
  now?: () => Instant;
}

export async function createApp({
  home,
  consoleFolder,
  loopbackOnly = false,
  logger = false,
  trustLoopback = true,
  token = randomBytes(24).toString('base64url'),
  onRoute,
  auditThreads,
  onAuditThread,
  captchas = captchaDesk(),
  signOn = null,
  reach = reachSettings({}),
  now = wallClock,
}: AppOptions): Promise<App> {
  // A browser's open connection must not delay the end.
  const app = fastify({
    logger,
    forceCloseConnections: true,
    bodyLimit: reach.bodyBytes,
    requestTimeout: reach.requestMs,
    ...(reach.trustProxy !== null && { trustProxy: reach.trustProxy }),
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: answerBadAddress,
    // the book of rules and the history are opened before listening, however slow the machine
    pluginTimeout: 0,
  })
    .withTypeProvider<ZodTypeProvider>()
    .setValidatorCompiler(validatorCompiler)
    .setSerializerCompiler(serializerCompiler);
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  if (onRoute) app.addHook('onRoute', onRoute);
  secureHeaders(app);
  guardOrigins(app, loopbackOnly);
  answerErrors(app, reach.bodyBytes);
  await app.register(fastifySwagger, {
    openapi: {
      info: { title: '衡鉴 Hengjian', description: 'Console API. Money is whole fen, days are days since 1970-01-01.', version: '1' },
    },
    transform: jsonSchemaTransform,
  });
  const lake = lakeReaderOf(home.lake);
  app.addHook('onClose', () => lake.close());
  const services: Services = {
    home,
    lake,
    analysis: analysisDeskOf(lake),
    names: namesOf({ home, lake }),
    runner: jobRunnerOf(home),
    token,
    captchas,
    signOn: signOn && signOnDesk(signOn),
    now,
  };
  guardPermissions(app, services);
  await app.register(async (api) => {
    for (const add of routes) add(api.withTypeProvider<ZodTypeProvider>() as App, services);
  });
  await app.register(async (calls) =>
    interfaceRoutes(calls.withTypeProvider<ZodTypeProvider>() as App, services, {
      trustLoopback,
      ...(auditThreads !== undefined && { threads: auditThreads }),
      ...(onAuditThread && { onThread: onAuditThread }),
    }),
  );
  app.get('/api/openapi.json', { config: { may: 'provider.read' }, schema: { hide: true } }, () => app.swagger());
  if (consoleFolder) await serveConsole(app, consoleFolder);
  return app;
}

/** The page's files; every address that is no file and no API is a page of the console. */
async function serveConsole(app: App, folder: string): Promise<void> {
  const page = path.join(folder, 'index.html');
  if (!existsSync(page)) throw new Error(`没有找到控制台页面：${page}`);
  await app.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    // Names carry a hash of the content.
    immutable: true,
    maxAge: '365d',
  });
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await readFile(page));
  });
}
