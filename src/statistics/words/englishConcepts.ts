import { ofShippedScheme } from './shippedConcepts.ts'
import type { ValueWording } from './wording.ts'

/** What those are called who have a concept. */
const called = (one: string, many: string = `${one}s`): ValueWording => ({ noun: { one, many } })

/** Legal forms of the study of 2010. */
export const ENGLISH_LEGAL_FORMS = ofShippedScheme('legal-forms', {
  association: called('association'),
  'collectivite-territoriale': called('local authority', 'local authorities'),
  'agence-regionale': called('regional agency', 'regional agencies'),
  'agence-departementale': called('departmental agency', 'departmental agencies'),
  'service-etat': called('State service'),
  'syndicat-mixte': called('mixed syndicate'),
  sem: called('semi-public company', 'semi-public companies'),
  'chambre-consulaire': called('consular chamber'),
  'comite-expansion': called('expansion committee'),
  ceei: called('European business and innovation centre'),
  geie: called('European economic interest grouping'),
  critt: called(
    'regional centre for innovation and technology transfer',
    'regional centres for innovation and technology transfer',
  ),
  cluster: called('cluster'),
  epci: called(
    'public establishment for intercommunal cooperation',
    'public establishments for intercommunal cooperation',
  ),
  epl: called('local public establishment'),
  epa: called('administrative public establishment'),
  scic: called('collective-interest cooperative'),
  gip: called('public interest grouping'),
  crdp: called('regional centre for teaching documentation', 'regional centres for teaching documentation'),
  'societe-delegataire': called('delegated company', 'delegated companies'),
  gis: called('scientific interest grouping'),
  'service-universitaire': called('university service'),
})

/** Catégories juridiques of Insee, of both levels. */
export const ENGLISH_LEGAL_CATEGORIES = ofShippedScheme(
  'cj',
  {
    '4140': called(
      'local public establishment of an industrial or commercial kind',
      'local public establishments of an industrial or commercial kind',
    ),
    '5415': called('semi-public limited liability company', 'semi-public limited liability companies'),
    '5460': called(
      'cooperative limited liability company of another kind',
      'cooperative limited liability companies of other kinds',
    ),
    '5515': called(
      'semi-public joint-stock company with a board of directors',
      'semi-public joint-stock companies with a board of directors',
    ),
    '5560': called(
      'cooperative joint-stock company of another kind with a board of directors',
      'cooperative joint-stock companies of other kinds with a board of directors',
    ),
    '5615': called(
      'semi-public joint-stock company with a management board',
      'semi-public joint-stock companies with a management board',
    ),
    '5660': called(
      'cooperative joint-stock company of another kind with a management board',
      'cooperative joint-stock companies of other kinds with a management board',
    ),
    '5710': called('simplified joint-stock company', 'simplified joint-stock companies'),
    '6210': called('European economic interest grouping'),
    '71': called('State administration'),
    '7120': called('central service of a ministry', 'central services of a ministry'),
    '7160': called(
      'service of a ministry with nationwide powers (other than Defence)',
      'services of a ministry with nationwide powers (other than Defence)',
    ),
    '7171': called(
      'local State service with regional or interregional powers',
      'local State services with regional or interregional powers',
    ),
    '7172': called(
      'local State service with departmental or interdepartmental powers',
      'local State services with departmental or interdepartmental powers',
    ),
    '7179': called('local State service of another kind', 'local State services of other kinds'),
    '72': called('local authority', 'local authorities'),
    '7210': called('commune or new commune', 'communes or new communes'),
    '7220': called('département'),
    '7225': called('overseas authority or territory', 'overseas authorities or territories'),
    '7229': called('local authority of another kind', 'local authorities of other kinds'),
    '7230': called('region'),
    '73': called('administrative public establishment'),
    '7331': called('local public establishment of education', 'local public establishments of education'),
    '7343': called('urban community', 'urban communities'),
    '7344': called('metropolis', 'metropolises'),
    '7345': called(
      'intercommunal syndicate with several purposes',
      'intercommunal syndicates with several purposes',
    ),
    '7346': called('community of communes', 'communities of communes'),
    '7348': called('agglomeration community', 'agglomeration communities'),
    '7353': called('intercommunal syndicate with one purpose', 'intercommunal syndicates with one purpose'),
    '7354': called('closed mixed syndicate'),
    '7355': called('open mixed syndicate'),
    '7373': called('local public establishment of culture', 'local public establishments of culture'),
    '7379': called(
      'local administrative public establishment of another kind',
      'local administrative public establishments of other kinds',
    ),
    '7381': called('consular body', 'consular bodies'),
    '7385': called(
      'national administrative public establishment of another kind with limited territorial powers',
      'national administrative public establishments of other kinds with limited territorial powers',
    ),
    '7389': called('national administrative public establishment'),
    '7410': called('public interest grouping'),
    '92': called(
      'association of the law of 1901 or assimilated body',
      'associations of the law of 1901 or assimilated bodies',
    ),
    '9220': called('declared association'),
    '9230': called(
      'declared association recognised as of public utility',
      'declared associations recognised as of public utility',
    ),
    '9260': called(
      'association of local law (Bas-Rhin, Haut-Rhin and Moselle)',
      'associations of local law (Bas-Rhin, Haut-Rhin and Moselle)',
    ),
  },
  'cj-',
)

export const ENGLISH_MISSIONS = ofShippedScheme('missions', {
  expertise: { is: '{offers|offer} ICT expertise, project support or methodological help' },
  veille: { is: '{carries|carry} out technology watch' },
  'logiciels-libres': { is: '{works|work} for the development of free software' },
  'e-education': { is: '{works|work} for e-education' },
  formation: { is: '{offers|offer} ICT training' },
  'e-inclusion': { is: '{works|work} for e-inclusion' },
  'economie-emploi': { is: '{works|work} for the economy and the creation of jobs' },
  infrastructures: { is: '{works|work} on communication infrastructures' },
  'e-administration': { is: '{works|work} for e-administration' },
  'usages-internes': { is: '{develops|develop} {its|their} own uses of the Internet' },
  epn: { is: '{runs|run} a network of public digital spaces' },
  animation: { is: '{works|work} for community building and networking' },
})

export const ENGLISH_AUDIENCES = ofShippedScheme('audiences', {
  entreprises: { is: '{serves|serve} businesses and professionals' },
  'grand-public': { is: '{serves|serve} the general public' },
  collectivites: { is: '{serves|serve} authorities and public bodies' },
  'etablissements-scolaires': { is: '{serves|serve} schools' },
  'publics-precaires': { is: '{serves|serve} persons in precarious situations' },
  agents: { is: '{serves|serve} the staff of authorities' },
})
