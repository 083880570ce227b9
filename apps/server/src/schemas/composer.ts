import { z } from 'zod';

const valueType = z.enum(['bool', 'int', 'text', 'texts', 'unknown']);
/** What rules may read, as the language takes it. */
export const schema = z.object({
  tables: z.record(
    z.string(),
    z.object({
      columns: z.record(z.string(), valueType),
      record: z.string(),
      tie: z.array(z.string()),
      unit: z.string().optional(),
      personal: z.array(z.string()).optional(),
    }),
  ),
  params: z.record(z.string(), valueType),
});

export const workbench = z.object({
  schema,
  /** Trees of the rules in force, beside which a new one must stand. */
  inForce: z.array(z.object({ edition: z.number(), tree: z.unknown() })),
  categories: z.array(z.string()),
});
export type WorkbenchJson = z.infer<typeof workbench>;

export const item = z.object({ code: z.string(), name: z.string() });
export const items = z.array(item);
export type ItemJson = z.infer<typeof item>;

export const listRow = z.object({
  /** Of an officer's own rule: national points are not touched from here. */
  id: z.string().regex(/^local-[a-z0-9-]+-list$/),
  ruleName: z.string().min(1),
  codes: z.array(z.string().min(1)).min(1),
  counterCodes: z.array(z.string().min(1)),
  subject: z.string(),
  constraint: z.string(),
  basis: z.string(),
  params: z.object({ group: z.string().min(1) }),
});
export const listKept = z.object({ codes: z.number(), changed: z.boolean() });

export const lists = z.object({ name: z.string().nullable(), items, otherItems: items });
export type ListsJson = z.infer<typeof lists>;
