// Generated from vocab/schemas/actor.schema.json; edit that, then run `node test/actor/generateActor.ts`.

/**
 * An organisation of a directory, as one record. Arrays are sets: their order carries no meaning.
 */
export interface Actor {
  /**
   * IRI of the actor.
   */
  id: string
  /**
   * Name of the source, in the configuration, that the record comes from.
   */
  source: string
  /**
   * Identifier of the record within its source; published as dcterms:identifier.
   */
  key: string
  /**
   * Usual name, in the language of the directory.
   */
  name: string
  acronym?: string
  /**
   * @minItems 1
   */
  alternateNames?: string[]
  description?: string
  /**
   * Concept of the directory's scheme of legal forms.
   */
  legalForm?: string
  /**
   * Concept of the scheme of the INSEE catégories juridiques.
   */
  legalCategory?: string
  /**
   * Number of the legal unit, with its Luhn digit.
   */
  siren?: string
  /**
   * Number of the establishment at the seat, with its Luhn digit.
   */
  siret?: string
  /**
   * Number in the national register of associations.
   */
  rna?: string
  /**
   * Identifiers of other schemes than SIREN, SIRET and RNA.
   *
   * @minItems 1
   */
  otherIdentifiers?: {
    /**
     * Short name of the scheme: ROR, RIDET, ONS, Wikidata.
     */
    scheme: string
    /**
     * The identifier, as the scheme writes it.
     */
    value: string
  }[]
  /**
   * Concepts: what the actor is for.
   *
   * @minItems 1
   */
  missions?: string[]
  /**
   * Concepts: whom the actor addresses.
   *
   * @minItems 1
   */
  audiences?: string[]
  /**
   * Territories where the actor acts; never the seat.
   *
   * @minItems 1
   */
  coverage?: string[]
  /**
   * Address of the seat.
   */
  address?: {
    fullAddress?: string
    street?: string
    /**
     * A string: 06000 keeps its zero. Never a commune code.
     */
    postcode?: string
    locality?: string
    commune?: string
    department?: string
    region?: string
  }
  /**
   * Position of the seat in WGS 84 (CRS84), in decimal degrees.
   */
  location?: {
    latitude: number
    longitude: number
  }
  homepage?: string
  /**
   * A generic mailbox; a person's address never belongs here.
   */
  email?: string
  /**
   * A switchboard; a person's line never belongs here.
   */
  telephone?: string
  /**
   * When the seat is open, as the source says it; never interpreted.
   */
  openingHours?: string
  /**
   * Other places of the actor, beside its seat. No two have the same key.
   *
   * @minItems 1
   */
  sites?: {
    /**
     * Identifier of the site among those of the actor, within its source.
     */
    key: string
    /**
     * Usual name of the site.
     */
    name?: string
    /**
     * Number of the establishment at the site, with its Luhn digit.
     */
    siret?: string
    /**
     * Address of the site.
     */
    address?: {
      fullAddress?: string
      street?: string
      /**
       * A string: 06000 keeps its zero. Never a commune code.
       */
      postcode?: string
      locality?: string
      commune?: string
      department?: string
      region?: string
    }
    /**
     * Position of the site in WGS 84 (CRS84), in decimal degrees.
     */
    location?: {
      latitude: number
      longitude: number
    }
    /**
     * A generic mailbox; a person's address never belongs here.
     */
    email?: string
    /**
     * A switchboard; a person's line never belongs here.
     */
    telephone?: string
    /**
     * When the site is open, as the source says it; never interpreted.
     */
    openingHours?: string
  }[]
  /**
   * The organisations of which this one is a part.
   *
   * @minItems 1
   */
  parents?: string[]
  /**
   * @minItems 1
   */
  memberOf?: string[]
  /**
   * Names of the organisations that it works with.
   *
   * @minItems 1
   */
  partners?: string[]
  /**
   * Names of the organisations that fund it.
   *
   * @minItems 1
   */
  funders?: string[]
  /**
   * Date, or year where only the year is known.
   */
  founded?: string
  /**
   * Date, or year where only the year is known, from which it is no more.
   */
  dissolved?: string
  /**
   * The organisations that took its place.
   *
   * @minItems 1
   */
  replacedBy?: string[]
  /**
   * Actions or good practices: a text each or, where more than the name is known, a group of fields. A group with nothing but a name is the same as the text.
   *
   * @minItems 1
   */
  actions?: (
    | string
    | {
        name: string
        description?: string
        /**
         * Web page about the action.
         */
        homepage?: string
        /**
         * Date, or year where only the year is known.
         */
        date?: string
      }
  )[]
  /**
   * Date of the record's last update.
   */
  modified?: string
  /**
   * Fields that the directory declares of its own, by name.
   */
  fields?: {
    [k: string]: string | number | boolean | (string | number | boolean)[]
  }
}
