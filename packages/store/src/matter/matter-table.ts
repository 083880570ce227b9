/**
 * Statements of one kind of matter's table: what it is stands whole in `content`; what is searched by is generated from it, so that
 * it cannot say otherwise.
 */
export const matterTable = (name: string, columns: readonly string[] = []): string[] => [
  `create sequence ${name}_number`,
  `create table ${name} (matter_id text primary key, content jsonb not null,
     state text not null generated always as (content->>'state') stored,
     title text not null generated always as (content->>'title') stored,
     provider_no text generated always as (content->>'providerNo') stored,
     opened_on integer not null generated always as ((content->>'openedOn')::integer) stored,
     due_day integer generated always as ((content->>'dueDay')::integer) stored,
     closed_on integer generated always as ((content->>'closedOn')::integer) stored${columns.map((one) => `,\n     ${one}`).join('')})`,
  `create index ${name}_open on ${name} (state, due_day)`,
  `create index ${name}_provider on ${name} (provider_no)`,
];
