import { normaliseLabel } from '../../vocabulary/label.ts'
import type { Actor } from '../actor.ts'
import { distanceInMetres } from './distance.ts'
import { formatReference, type RecordReference } from './reference.ts'

/** A value that a merged actor does not have, because the record before had another. */
export interface MergeConflict {
  /** `address.postcode` */
  readonly path: string
  readonly kept: string
  readonly other: string
  /** The record that had the other value. */
  readonly from: RecordReference
}

/** One actor made of several records. */
export interface MergedActor {
  readonly actor: Actor
  /** Per value of the actor, by its path (`address.postcode`, `missions[1]`), the record that it comes from. */
  readonly fields: Readonly<Record<string, RecordReference>>
  readonly conflicts: readonly MergeConflict[]
}

type Part = Record<string, unknown>

/** Farther apart than this, two positions are not those of one seat, in metres. */
const SAME_SEAT = 5_000

/**
 * Merges records of one actor, the first of which survives: its identity, and its values. What it has no value for
 * is taken from the next record that has one; of sets the union is made, in order. Values that only make sense
 * together are not torn apart: a seat is completed only from a record whose seat is not elsewhere, and a SIRET is
 * taken only with its SIREN.
 */
export function mergeActors(records: readonly [Actor, ...Actor[]]): MergedActor {
  const [first, ...others] = records
  const merger = new Merger(first)
  for (const other of others) merger.add(other)
  return merger.finish()
}

class Merger {
  readonly #actor: Part = {}
  readonly #origins = new Map<string, RecordReference>()
  readonly #conflicts: MergeConflict[] = []

  constructor(first: Actor) {
    const { id, source, key } = first
    Object.assign(this.#actor, { id, source, key })
    this.add(first)
  }

  add(record: Actor): void {
    const from = { source: record.source, key: record.key }
    const { id, source, key, address, location, fields, ...rest } = record
    // Decided on the whole record, before any part of its seat is taken.
    const elsewhere = isElsewhere(this.#actor as Partial<Actor>, record)
    for (const [name, value] of Object.entries(rest)) {
      if (Array.isArray(value)) this.#unite(this.#actor, name, name, value, from)
      else this.#put(this.#actor, name, name, value, from, this.#otherNumber(name, value))
    }
    this.#addAddress(address ?? {}, from, elsewhere)
    if (location) this.#put(this.#actor, 'location', 'location', location, from, elsewhere)
    for (const [name, value] of Object.entries(fields ?? {})) {
      this.#actor.fields ??= {}
      const into = this.#actor.fields as Part
      if (Array.isArray(value)) this.#unite(into, name, `fields.${name}`, value, from)
      else this.#put(into, name, `fields.${name}`, value, from)
    }
  }

  finish(): MergedActor {
    return {
      actor: this.#actor as unknown as Actor,
      fields: Object.fromEntries(this.#origins),
      conflicts: this.#conflicts,
    }
  }

  #addAddress(
    address: NonNullable<Actor['address']>,
    from: RecordReference,
    elsewhere: string | undefined,
  ): void {
    const held = (this.#actor.address ?? {}) as NonNullable<Actor['address']>
    // One text for the whole and one for the street say the same thing twice: two records' do not go together.
    const line = held.fullAddress ?? held.street
    const into: Part = { ...held }
    for (const [name, value] of Object.entries(address)) {
      const isLine = name === 'fullAddress' || name === 'street'
      this.#put(into, name, `address.${name}`, value, from, elsewhere ?? (isLine ? line : undefined))
    }
    if (Object.keys(into).length > 0) this.#actor.address = into
  }

  /** @param instead what keeps the value out, where there is something although the field is empty */
  #put(
    into: Part,
    name: string,
    path: string,
    value: unknown,
    from: RecordReference,
    instead?: string,
  ): void {
    const held = Object.hasOwn(into, name) ? into[name] : undefined
    if (held === undefined && instead === undefined) {
      setOwn(into, name, value)
      this.#origins.set(path, from)
    } else if (held === undefined || asText(held) !== asText(value)) {
      this.#conflicts.push({
        path,
        kept: held === undefined ? instead! : asText(held),
        other: asText(value),
        from,
      })
    }
  }

  #unite(into: Part, name: string, path: string, values: readonly unknown[], from: RecordReference): void {
    const held = Object.hasOwn(into, name) ? into[name] : undefined
    if (held !== undefined && !Array.isArray(held)) {
      this.#conflicts.push({ path, kept: asText(held), other: asText(values), from })
      return
    }
    const members: unknown[] = held ?? []
    if (held === undefined) setOwn(into, name, members)
    const known = new Set(members.map(asText))
    const keys = new Set(members.map(keyOf))
    for (const value of values) {
      if (known.has(asText(value))) continue
      const key = keyOf(value)
      const own =
        key !== undefined && keys.has(key)
          ? // Keys of parts are those of one record: two records may have given one key to different things.
            { ...(value as object), key: `${formatReference(from)}/${key}` }
          : value
      this.#origins.set(`${path}[${members.length}]`, from)
      members.push(own)
      known.add(asText(value))
    }
  }

  /** The number of another legal unit that the merged actor has, where this value is the SIREN or SIRET of one. */
  #otherNumber(name: string, value: unknown): string | undefined {
    const { siren, siret } = this.#actor as Partial<Actor>
    if (name === 'siret' && siren !== undefined && !String(value).startsWith(siren)) return siren
    if (name === 'siren' && siret !== undefined && !siret.startsWith(String(value))) return siret
    return undefined
  }
}

/** Where the seat of one is, if that of the other is elsewhere: two communes, two postcodes and names, two positions. */
function isElsewhere(held: Partial<Actor>, { address = {}, location }: Actor): string | undefined {
  const kept = held.address ?? {}
  const compare = (name: 'commune' | 'postcode' | 'department' | 'region' | 'locality') => {
    if (kept[name] === undefined || address[name] === undefined) return 'unknown'
    return normaliseLabel(kept[name]) === normaliseLabel(address[name]) ? 'same' : 'different'
  }
  const [commune, postcode, locality] = [compare('commune'), compare('postcode'), compare('locality')]
  const apart =
    commune === 'different' ||
    compare('department') === 'different' ||
    compare('region') === 'different' ||
    // One commune has several postcodes, and people write its name in several ways.
    (commune === 'unknown' && postcode === 'different' && locality !== 'same') ||
    (commune === 'unknown' && locality === 'different' && postcode !== 'same') ||
    (held.location && location && distanceInMetres(held.location, location) > SAME_SEAT)
  return apart
    ? asText(
        kept.fullAddress ??
          kept.locality ??
          kept.postcode ??
          kept.commune ??
          kept.department ??
          kept.region ??
          held.location,
      )
    : undefined
}

/** The key of a part of a record, a site for instance. */
function keyOf(value: unknown): string | undefined {
  const key = typeof value === 'object' && value !== null ? (value as Part).key : undefined
  return typeof key === 'string' ? key : undefined
}

function asText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const { latitude, longitude } = value as Part
  return latitude === undefined ? JSON.stringify(value) : `${latitude}, ${longitude}`
}

/** Sets a property even if it has the name of one that all objects have. */
function setOwn(into: Part, name: string, value: unknown): void {
  Object.defineProperty(into, name, { value, enumerable: true, writable: true, configurable: true })
}
