import * as v from 'valibot';

export const text = v.string();
/** The service leaves out what a thing does not have, or says `null`. */
export const textOrNull = v.nullish(v.string());
export const numberOrNull = v.nullish(v.number());
export const flagOrNull = v.nullish(v.boolean());
export const textsOrNull = v.nullish(v.array(v.string()));
export const objectOrNull = v.nullish(v.record(v.string(), v.unknown()));
