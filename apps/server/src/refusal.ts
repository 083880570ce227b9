/** Refusals of the API: `{ issues: [{ code, message, … }] }`, the sentence in the language of the request. */
import { type Issue, type Language, type Outcome, sayIssue, sentences } from '@hengjian/domain';
import type { FastifyError, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { App } from './api.ts';
import { type InvalidField, invalidReason } from './invalid-request.ts';

export class Refusal extends Error {
  readonly issues: readonly Issue[];
  readonly status: number;
  constructor(issues: readonly Issue[], status: number) {
    super(issues.map((issue) => issue.code).join(', '));
    this.issues = issues;
    this.status = status;
  }
}

/** Ends the request with one issue. */
export function refuse(code: string, facts: Record<string, unknown> = {}, status = 409): never {
  throw new Refusal([{ code, severity: 'error', facts }], status);
}

/** The value of an outcome, or the end of the request with its issues. */
export function taken<T>(outcome: Outcome<T>, status = 422): T {
  if (!outcome.ok) throw new Refusal(outcome.issues, status);
  return outcome.value;
}

export const languageOf = (request: FastifyRequest): Language =>
  String(request.headers['accept-language'] ?? '').startsWith('en') ? 'en' : 'zh';

/** An issue with its sentence. */
export interface SaidIssue extends Issue {
  message: string;
}
export const said = (issue: Issue, language: Language): SaidIssue => ({ ...issue, message: sayIssue(issue, sentences, language) });

/** Issues as one text. */
export const sayAll = (issues: readonly Issue[], language: Language): string =>
  issues.map((issue) => sayIssue(issue, sentences, language)).join('\n');

/** `mostBytes`: the biggest body that is read. */
export function answerErrors(app: App, mostBytes: number): void {
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send({ issues: [said({ code: 'server.no-such-page', severity: 'error', facts: { path: request.url } }, languageOf(request))] }),
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const language = languageOf(request);
    if (error instanceof Refusal) return reply.code(error.status).send({ issues: error.issues.map((issue) => said(issue, language)) });
    if (hasZodFastifySchemaValidationErrors(error)) {
      const issues = error.validation.map((problem) => ({
        code: 'server.invalid',
        severity: 'error' as const,
        column: problem.instancePath.replace(/^\//, '') || undefined,
        facts: { reason: invalidReason(problem as InvalidField, language) },
      }));
      return reply.code(400).send({ issues: issues.map((issue) => said(issue as Issue, language)) });
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) process.stderr.write(`${error.stack ?? String(error)}\n`);
    const code = status === 413 ? 'server.too-big' : status >= 500 ? 'server.fault' : 'server.invalid';
    return reply.code(status).send({
      issues: [said({ code, severity: 'error', facts: { reason: error.message, most: Math.round(mostBytes / 2 ** 20) } }, language)],
    });
  });
}
