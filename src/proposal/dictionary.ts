import { headerPhrase } from './headerWords.ts'

/** How well a header names a field: 1 by its very name, less where it holds the name among other words. */
export interface HeaderMatch {
  readonly field: string
  readonly score: number
}

/**
 * Names that headers give to fields, French and English, as `headerPhrase` has them; the most telling first. Those
 * after `~` are weak: they mean this field only where the values say so too.
 */
const NAMES: Readonly<Record<string, string>> = {
  name: `nom structure|structure nom|raison sociale|denomination|denomination sociale|nom organisme|nom etablissement|
    nom association|nom lieu|nom|name|organisation name|organization name|official name|nom usuel|intitule|lieu|
    structure|organisme|organisation|organization|association|etablissement|fs|user nom|nom officiel|nom complet|
    local authority name|authority name|local authority|council|company|company name|entreprise|acteur|logiciel|
    la name|names|~libelle 1|~titre|~title|~label`,
  acronym: 'sigle|acronyme|acronym|abbreviation|abreviation|short name|nom court',
  alternateNames: `autres noms|other names|alternate name|alternate names|alternative name|alt names|alias|aliases|
    enseigne|nom commercial|nice name|name cy|autre nom|acronyms|labels label`,
  description: `description|presentation|presentation detail|presentation resume|presentation structure|objet|
    descriptif|resume|about|objet social|presentation association`,
  legalForm: `forme juridique|statut juridique|nature juridique|legal form|legal status|type structure|
    structure type|typologie|type organisme|type organisation|organization type|organisation type|user type|
    local authority type name|la type label|authority type|type etablissement|type acteur|
    ~statut|~type|~categorie|~classification|~nature|~ss cat|~format fs|~types[]|~tax status|~tags`,
  legalCategory: 'categorie juridique|code categorie juridique|categorie juridique insee|cj',
  siren: 'siren|no siren|numero siren|code siren',
  siret: 'siret|no siret|numero siret|code siret|siret siege|~pivot',
  rna: 'rna|no rna|numero rna|waldec|id rna|~pivot',
  missions: `missions|mission|services|thematiques|thematique|thematiques proposees|activites|activite|activities|
    domaines|domaine|domaines action|services proposes|theme|themes|~secteur|~service|~secteur activite`,
  audiences: `publics|publics accueillis|public accueilli|audiences|audience|public|publics specifiques|
    public cible|publics cibles|publics specifiquement adresses|public vise|publics vises`,
  coverage: `territoire intervention|zone intervention|perimetre intervention|territoires|territoire|
    territoire action|zone action|departements intervention|regions intervention|coverage|area served`,
  'address.fullAddress': 'adresse complete|adresse postale|full address|adresse|address|postal address',
  'address.street': `adresse|adresse postale|rue|voie|street|street address|address 1|address|user adres|
    nom voie|adresse 1|adresse ligne 1|no voie rue|adresse siege|adresse lieu`,
  complement: `complement adresse|complement|comp adresse|address 2|adresse 2|bp|adresse ligne 2|batiment`,
  houseNumber: 'no|no voie|numero voie|num voie|numero rue|no rue',
  'address.postcode': 'code postal|cp|postcode|postal code|zip|zip code|code post|codepostal|codpost',
  'address.locality': `commune|ville|localite|city|town|geonames details name|nom commune|com|locality|commune nom|libelle commune|
    ville siege|commune siege`,
  'address.commune': `code commune|code insee|insee|insee com|code insee commune|com code|depcom|citycode|codgeo|
    code commune insee|insee commune|codeinsee|commune insee`,
  'address.department': `departement|insee dep|dep|dept|code departement|no departement|num dep|nom departement|
    departement code|dpt`,
  'address.region': 'region|nom region|code region|insee reg|reg|region administrative',
  'location.latitude': 'latitude|lat|latitude y|lat wgs84|y wgs84|gps lat',
  'location.longitude': 'longitude|lon|lng|long|longitude x|lon wgs84|x wgs84|gps lng|gps long',
  x: 'x|coord x|coordonnee x|x l93|x lambert93|x lambert 93|easting|coordx|pos x|est',
  y: 'y|coord y|coordonnee y|y l93|y lambert93|y lambert 93|northing|coordy|pos y|nord',
  point: `geolocalisation|coordonnees|geo point|geo point 2d|geopoint|geoloc|gps|coordinates|coordonnees gps|
    position|geom|geometry|coordonnees geographiques|geo|latlon|lat lon|latitude longitude`,
  homepage: `site web|site internet|site|website|web|url|homepage|site inter|www|url site|adresse site|links|~lien|~uri|
    lien site|page web|url site web|web site`,
  email: `mail|email|e mail|courriel|courriels|courriel public|adresse mail|adresse electronique|mail struc|
    email contact|contact email|adresse email|mail structure|mel|emails`,
  telephone: `telephone|tel|phone|num tel|numero telephone|tel fixe|telephone fixe|no telephone|phone number|
    standard|numero tel|telephone public|tel structure`,
  openingHours: `horaires|horaire|horaires ouverture|opening hours|jours horaires|heures ouverture|
    jours et heures ouverture|horaire ouverture|horaires accueil`,
  founded: `date creation|annee creation|founded|founding date|year incorporated|creation date|established|
    date fondation|creee|cree le|~start date|~date debut`,
  dissolved: 'dissolution date|date dissolution|date fermeture|date cessation|closed|~end date|~date fin',
  modified: `mise jour|maj|date maj|dat maj|derniere maj|date mise jour|derniere mise jour|last modified|modified|
    updated|updated at|last updated|date modification|derniere modification|date derniere maj|last update|
    derniere maj ligne|date soumission|last modified date|~date`,
  partners: 'partenaires|partners|partenaire|partenariats',
  funders: 'financeurs|financeur|funders|funding|financements',
  actions: 'bonnes pratiques|actions|projets|realisations',
  parents: `parent id|parent|parent organization id|structure parente|organisme rattachement|tutelle|
    id parent|parent local authority|structure mere`,
  memberOf: 'membre|reseau|reseaux|member|member of|combined authority',
  replacedBy: 'replaced by|remplace par|successor|successeur',
}

/** Registers whose identifiers have a column of their own. */
const REGISTERS: Readonly<Record<string, string>> = {
  ror: 'ROR',
  'ror id': 'ROR',
  grid: 'GRID',
  isni: 'ISNI',
  wikidata: 'Wikidata',
  'id wikidata': 'Wikidata',
  gss: 'GSS',
  'gss code': 'GSS',
  'ons code': 'ONS',
  snac: 'SNAC',
  ridet: 'RIDET',
  finess: 'FINESS',
  'no finess': 'FINESS',
  uai: 'UAI',
  'code uai': 'UAI',
  'comptoir libre': 'Comptoir du Libre',
}

const exact = new Map<string, HeaderMatch[]>()
const phrases: { readonly phrase: string; readonly field: string }[] = []
for (const [field, names] of Object.entries(NAMES)) {
  for (const [place, written] of names.split('|').entries()) {
    const weak = written.trim().startsWith('~')
    const phrase = headerPhrase(written.replace('~', '').trim())
    // The order in which names are listed decides between two columns that both name a field.
    const score = (weak ? 0.5 : 1) - place / 1000
    exact.set(phrase, [...(exact.get(phrase) ?? []), { field, score }])
    if (!weak && phrase.length > 3) phrases.push({ phrase: ` ${phrase} `, field })
  }
}

/** The fields that a header may name, best first. */
export function fieldsNamedBy(column: string): HeaderMatch[] {
  const phrase = headerPhrase(column)
  const named = exact.get(phrase)
  if (named) return [...named].sort((a, b) => b.score - a.score)
  const padded = ` ${phrase} `
  const ending = /(?:id|code|uri|url|type|number|numero|date|count|no)$/.exec(phrase)?.[0]
  const held = new Map<string, number>()
  for (const { phrase: name, field } of phrases) {
    if (!padded.includes(name)) continue
    // The code or the type of a thing is not the thing.
    if (ending !== undefined && !name.trim().endsWith(ending)) continue
    // A header of many words is less likely to mean one of them.
    const score = 0.7 * (name.length / padded.length)
    if (score > 0.25 && score > (held.get(field) ?? 0)) held.set(field, score)
  }
  return [...held].map(([field, score]) => ({ field, score })).sort((a, b) => b.score - a.score)
}

/** The register that a header names. */
export function registerNamedBy(column: string): string | undefined {
  const phrase = headerPhrase(column).replace(/ preferred$/, '')
  return Object.hasOwn(REGISTERS, phrase) ? REGISTERS[phrase] : undefined
}

const PERSONAL =
  /\b(?:contact|contacts|president|presidente|presidence|responsable|responsables|referent|referente|directeur|directrice|dirigeant|gerant|interlocuteur|prenom|prenoms|civilite|mobile|portable|tel portable|nom famille|first name|last name|surname|firstname|lastname|manager|chair|chairman|animateur|conseiller nom|correspondant|maire|qui|attention)\b/

/** Whether a header announces persons. */
export function announcesPersons(column: string): boolean {
  return PERSONAL.test(headerPhrase(column))
}

const SECRET =
  /\b(?:(?:notes?|commentaires?|remarques?|usage|infos?) internes?|privee?s?|prives|confidentiel(?:le)?s?|confidential|private|secrete?s?|non diffusee?s?|non publi(?:c|que|ee?)s?|(?:ne )?pas (?:diffuser|publier|publiee?)|do not publish|not public|naissance|birth|birthday|dob|salaires?|salary|wage|iban|bic|rib|mot passe|password|securite sociale|social security|numero nir|home address|adresse personnelle|domicile|sexe|gender|nationalite|dossier medical)\b/

/** Whether a header says that its column is nobody’s business. */
export function announcesSecrets(column: string): boolean {
  return SECRET.test(headerPhrase(column))
}

const TECHNICAL =
  /^(?:objectid|object id|fid|gid|ogc fid|rowid|row id|oid|index|the geom|geom|geometry|shape|shape area|shape leng|picto|pictogramme|icon|icone|created at|created|schema version|version id|checksum|hash|globalid|editeur|creator|created user|last edited user|geonames id)$/

/** Whether a header is one that programs write for themselves. */
export function isTechnical(column: string): boolean {
  return TECHNICAL.test(headerPhrase(column))
}

const IDENTIFIER =
  /\b(?:id|ident|identifiant|identifier|uid|uuid|key|cle|ref|reference|numero|code|no|matricule|slug|snac)\b/

/** How much a header looks like that of an identifier: 2 by its very name, 1 among other words, else 0. */
export function identifierLikeness(column: string): number {
  const phrase = headerPhrase(column)
  if (/^(?:id|ident|identifiant|identifier|uid|uuid|key|cle|numero|id(?: \w+)*|code)$/.test(phrase)) return 2
  return IDENTIFIER.test(phrase) ? 1 : 0
}
