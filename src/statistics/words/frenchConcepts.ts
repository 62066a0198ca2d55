import { ofShippedScheme } from './shippedConcepts.ts'
import type { ValueWording } from './wording.ts'

/** What those are called who have a concept. */
const masculine = (one: string, many: string): ValueWording => ({ noun: { one, many } })
const feminine = (one: string, many: string): ValueWording => ({ noun: { one, many, isFeminine: true } })

/** Legal forms of the study of 2010. */
export const FRENCH_LEGAL_FORMS = ofShippedScheme('legal-forms', {
  association: feminine('association', 'associations'),
  'collectivite-territoriale': feminine('collectivité territoriale', 'collectivités territoriales'),
  'agence-regionale': feminine('agence régionale', 'agences régionales'),
  'agence-departementale': feminine('agence départementale', 'agences départementales'),
  'service-etat': masculine('service de l’État', 'services de l’État'),
  'syndicat-mixte': masculine('syndicat mixte', 'syndicats mixtes'),
  sem: feminine('société d’économie mixte', 'sociétés d’économie mixte'),
  'chambre-consulaire': feminine('chambre consulaire', 'chambres consulaires'),
  'comite-expansion': masculine('comité d’expansion', 'comités d’expansion'),
  ceei: masculine(
    'centre européen d’entreprises et d’innovation',
    'centres européens d’entreprises et d’innovation',
  ),
  geie: masculine('groupement européen d’intérêt économique', 'groupements européens d’intérêt économique'),
  critt: masculine(
    'centre régional d’innovation et de transfert de technologie',
    'centres régionaux d’innovation et de transfert de technologie',
  ),
  cluster: masculine('cluster', 'clusters'),
  epci: masculine(
    'établissement public de coopération intercommunale',
    'établissements publics de coopération intercommunale',
  ),
  epl: masculine('établissement public local', 'établissements publics locaux'),
  epa: masculine('établissement public administratif', 'établissements publics administratifs'),
  scic: feminine('société coopérative d’intérêt collectif', 'sociétés coopératives d’intérêt collectif'),
  gip: masculine('groupement d’intérêt public', 'groupements d’intérêt public'),
  crdp: masculine(
    'centre régional de documentation pédagogique',
    'centres régionaux de documentation pédagogique',
  ),
  'societe-delegataire': feminine('société délégataire', 'sociétés délégataires'),
  gis: masculine('groupement d’intérêt scientifique', 'groupements d’intérêt scientifique'),
  'service-universitaire': masculine('service universitaire', 'services universitaires'),
})

/** Catégories juridiques of Insee, of both levels. */
export const FRENCH_LEGAL_CATEGORIES = ofShippedScheme(
  'cj',
  {
    '4140': masculine(
      'établissement public local à caractère industriel ou commercial',
      'établissements publics locaux à caractère industriel ou commercial',
    ),
    '5415': feminine('SARL d’économie mixte', 'SARL d’économie mixte'),
    '5460': feminine('autre SARL coopérative', 'autres SARL coopératives'),
    '5515': feminine(
      'SA d’économie mixte à conseil d’administration',
      'SA d’économie mixte à conseil d’administration',
    ),
    '5560': feminine(
      'autre SA coopérative à conseil d’administration',
      'autres SA coopératives à conseil d’administration',
    ),
    '5615': feminine('SA d’économie mixte à directoire', 'SA d’économie mixte à directoire'),
    '5660': feminine('autre SA coopérative à directoire', 'autres SA coopératives à directoire'),
    '5710': feminine('société par actions simplifiée', 'sociétés par actions simplifiées'),
    '6210': masculine(
      'groupement européen d’intérêt économique',
      'groupements européens d’intérêt économique',
    ),
    '71': feminine('administration de l’État', 'administrations de l’État'),
    '7120': masculine('service central d’un ministère', 'services centraux d’un ministère'),
    '7160': masculine(
      'service déconcentré à compétence nationale d’un ministère (hors Défense)',
      'services déconcentrés à compétence nationale d’un ministère (hors Défense)',
    ),
    '7171': masculine(
      'service déconcentré de l’État à compétence régionale ou interrégionale',
      'services déconcentrés de l’État à compétence régionale ou interrégionale',
    ),
    '7172': masculine(
      'service déconcentré de l’État à compétence départementale ou interdépartementale',
      'services déconcentrés de l’État à compétence départementale ou interdépartementale',
    ),
    '7179': masculine(
      'autre service déconcentré de l’État à compétence territoriale',
      'autres services déconcentrés de l’État à compétence territoriale',
    ),
    '72': feminine('collectivité territoriale', 'collectivités territoriales'),
    '7210': feminine('commune ou commune nouvelle', 'communes ou communes nouvelles'),
    '7220': masculine('département', 'départements'),
    '7225': feminine('collectivité ou territoire d’outre-mer', 'collectivités ou territoires d’outre-mer'),
    '7229': feminine('autre collectivité territoriale', 'autres collectivités territoriales'),
    '7230': feminine('région', 'régions'),
    '73': masculine('établissement public administratif', 'établissements publics administratifs'),
    '7331': masculine(
      'établissement public local d’enseignement',
      'établissements publics locaux d’enseignement',
    ),
    '7343': feminine('communauté urbaine', 'communautés urbaines'),
    '7344': feminine('métropole', 'métropoles'),
    '7345': masculine(
      'syndicat intercommunal à vocation multiple',
      'syndicats intercommunaux à vocation multiple',
    ),
    '7346': feminine('communauté de communes', 'communautés de communes'),
    '7348': feminine('communauté d’agglomération', 'communautés d’agglomération'),
    '7353': masculine(
      'syndicat intercommunal à vocation unique',
      'syndicats intercommunaux à vocation unique',
    ),
    '7354': masculine('syndicat mixte fermé', 'syndicats mixtes fermés'),
    '7355': masculine('syndicat mixte ouvert', 'syndicats mixtes ouverts'),
    '7373': masculine('établissement public local culturel', 'établissements publics locaux culturels'),
    '7379': masculine(
      'autre établissement public administratif local',
      'autres établissements publics administratifs locaux',
    ),
    '7381': masculine('organisme consulaire', 'organismes consulaires'),
    '7385': masculine(
      'autre établissement public national administratif à compétence territoriale limitée',
      'autres établissements publics nationaux administratifs à compétence territoriale limitée',
    ),
    '7389': masculine(
      'établissement public national à caractère administratif',
      'établissements publics nationaux à caractère administratif',
    ),
    '7410': masculine('groupement d’intérêt public', 'groupements d’intérêt public'),
    '92': feminine('association loi 1901 ou assimilée', 'associations loi 1901 ou assimilées'),
    '9220': feminine('association déclarée', 'associations déclarées'),
    '9230': feminine(
      'association déclarée, reconnue d’utilité publique',
      'associations déclarées, reconnues d’utilité publique',
    ),
    '9260': feminine(
      'association de droit local (Bas-Rhin, Haut-Rhin et Moselle)',
      'associations de droit local (Bas-Rhin, Haut-Rhin et Moselle)',
    ),
  },
  'cj-',
)

export const FRENCH_MISSIONS = ofShippedScheme('missions', {
  expertise: {
    is: '{apporte|apportent} une expertise TIC, un accompagnement de projets ou un appui méthodologique',
    isNot: '{apporte|apportent} d’expertise TIC, d’accompagnement de projets ou d’appui méthodologique',
  },
  veille: {
    is: '{mène|mènent} de la veille technologique',
    isNot: '{mène|mènent} de veille technologique',
  },
  'logiciels-libres': { is: '{œuvre|œuvrent} au développement des logiciels libres' },
  'e-education': { is: '{œuvre|œuvrent} pour l’e-éducation' },
  formation: {
    is: '{propose|proposent} des formations TIC',
    isNot: '{propose|proposent} de formation TIC',
  },
  'e-inclusion': { is: '{œuvre|œuvrent} pour l’e-inclusion' },
  'economie-emploi': { is: '{œuvre|œuvrent} pour l’économie et la création d’emplois' },
  infrastructures: { is: '{travaille|travaillent} aux infrastructures de communication' },
  'e-administration': { is: '{œuvre|œuvrent} pour l’e-administration' },
  'usages-internes': { is: '{développe|développent} {ses|leurs} propres usages d’Internet' },
  epn: {
    is: '{anime|animent} un réseau d’espaces publics numériques',
    isNot: '{anime|animent} de réseau d’espaces publics numériques',
  },
  animation: { is: '{assure|assurent} l’animation et la mise en réseau d’acteurs' },
})

export const FRENCH_AUDIENCES = ofShippedScheme('audiences', {
  entreprises: { is: '{s’adresse|s’adressent} aux entreprises et aux professionnels' },
  'grand-public': { is: '{s’adresse|s’adressent} au grand public' },
  collectivites: { is: '{s’adresse|s’adressent} aux collectivités et aux structures publiques' },
  'etablissements-scolaires': { is: '{s’adresse|s’adressent} aux établissements scolaires' },
  'publics-precaires': { is: '{s’adresse|s’adressent} aux personnes en situation précaire' },
  agents: { is: '{s’adresse|s’adressent} aux personnels des collectivités' },
})
