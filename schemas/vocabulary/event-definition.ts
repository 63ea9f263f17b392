import type { z } from 'zod';

/** Whose key seals a field: the record's content, its register entry (outlives the content), a person, a folder, a description. */
export type KeyScope = 'content' | 'entry' | 'person' | 'folder' | 'description';

/** The member of an event's data that names the key's subject. */
export const subjectFieldOf = {
  content: 'documentId',
  entry: 'documentId',
  person: 'personId',
  folder: 'folderId',
  description: 'descriptionId',
} as const satisfies Record<KeyScope, string>;

export interface SealedFieldDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly scope: KeyScope;
  readonly schema: Schema;
}

/** The shape of one event type at one version. One file an event; a changed meaning is a new type. */
export interface EventDefinition<
  Type extends string = string,
  Data extends z.ZodObject = z.ZodObject,
  Sealed extends Readonly<Record<string, SealedFieldDefinition>> = Readonly<Record<string, SealedFieldDefinition>>,
> {
  /** `<service>.<Event>.v<N>`, so that one grep finds schema, code and stored data. */
  readonly type: Type;
  readonly data: Data;
  /** Personal or secret values, encrypted one by one; any of them may be gone for ever. */
  readonly sealed: Sealed;
  /** Older versions of this event and how their data becomes this version's: shape only, never meaning. */
  readonly upcasters?: Readonly<Record<string, (data: unknown) => unknown>>;
}

export function defineEvent<const Type extends string, Data extends z.ZodObject>(
  type: Type,
  data: Data,
): EventDefinition<Type, Data, Record<never, never>>;
export function defineEvent<
  const Type extends string,
  Data extends z.ZodObject,
  Sealed extends Readonly<Record<string, SealedFieldDefinition>>,
>(type: Type, data: Data, sealed: Sealed): EventDefinition<Type, Data, Sealed>;
export function defineEvent(
  type: string,
  data: z.ZodObject,
  sealed: Readonly<Record<string, SealedFieldDefinition>> = {},
): EventDefinition {
  return { type, data, sealed };
}

export function sealedBy<Schema extends z.ZodType>(scope: KeyScope, schema: Schema): SealedFieldDefinition<Schema> {
  return { scope, schema };
}

/** The event as `decide` writes it: data in the open, sealed values in clear until the journal seals them. */
export type EventOf<Definition> =
  Definition extends EventDefinition<infer Type, infer Data, infer Sealed>
    ? {
        readonly type: Type;
        readonly data: Readonly<z.infer<Data>>;
      } & (keyof Sealed extends never ? unknown : { readonly sealed: SealedValuesOf<Sealed> })
    : never;

export type SealedValuesOf<Sealed extends Readonly<Record<string, SealedFieldDefinition>>> = {
  readonly [Field in keyof Sealed]: z.infer<Sealed[Field]['schema']>;
};
