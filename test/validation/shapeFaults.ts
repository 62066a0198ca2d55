import { concept, reference, text, wkt } from './faultsOf.ts'
import type { Fault } from './plant.ts'

const SITE = '<#site-lltsbtv3irmhnfnl>'
const ACTION = '<#action-63m2fkvdp2cd2hjo>'
const DATE = 'dcterms:date "2010-01-15"^^xsd:date'

/** Shape → its constraint component → a fault that it catches. */
export const FAULTS: Readonly<Record<string, Readonly<Record<string, Fault>>>> = {
  ActorShape: {
    Class: {
      drop: '<#it> a org:Organization . annuaire:Actor rdfs:subClassOf org:Organization .',
    },
    NodeKind: {
      add: '_:b a annuaire:Actor, org:Organization ; dcterms:identifier "2" ; skos:prefLabel "B"@fr ; foaf:name "B"@fr .',
    },
  },
  'Actor-identifier': {
    Datatype: { drop: '<#it> dcterms:identifier "0001" .', add: '<#it> dcterms:identifier 1 .' },
    MinCount: { drop: '<#it> dcterms:identifier "0001" .' },
    MaxCount: { add: '<#it> dcterms:identifier "0002" .' },
  },
  'Actor-prefLabel': {
    Datatype: { add: '<#it> skos:prefLabel "sans langue" .' },
    MinCount: { drop: '<#it> skos:prefLabel "Communauté fictive"@fr .' },
    UniqueLang: { add: '<#it> skos:prefLabel "Autre"@fr .' },
  },
  'Actor-name': {
    Datatype: { add: '<#it> foaf:name "sans langue" .' },
    MinCount: { drop: '<#it> foaf:name "Communauté fictive"@fr .' },
  },
  'Actor-altLabel': {
    Datatype: { add: '<#it> skos:altLabel "CF" .' },
    UniqueLang: { add: '<#it> skos:altLabel "CDF"@fr .' },
  },
  'Actor-alternateName': { Datatype: { add: '<#it> schema:alternateName "sans langue" .' } },
  'Actor-description': {
    Datatype: { add: '<#it> dcterms:description "sans langue" .' },
    UniqueLang: { add: '<#it> dcterms:description "Autre"@fr .' },
  },
  'Actor-orgType': concept('rov:orgType'),
  'Actor-purpose': concept('org:purpose'),
  'Actor-audience': concept('dcterms:audience'),
  'Actor-spatial': reference('dcterms:spatial', 'dcterms:Location'),
  'Actor-registration': {
    ...reference('rov:registration', 'adms:Identifier', '<#it>', ['rov:registration <#rna>']),
    MaxCount: { add: '<#it> rov:registration <#siret> .' },
  },
  'Registration-notation': {
    Pattern: {
      drop: '<#siren> skos:notation "732829320"^^annuaire:siren .',
      add: '<#siren> skos:notation "732 829 320"^^annuaire:siren .',
    },
  },
  'Actor-otherIdentifier': reference('adms:identifier', 'adms:Identifier'),
  'Actor-address': {
    ...reference('locn:address', 'locn:Address', '<#it>', ['locn:address <#address>']),
    MaxCount: { add: '<#it> locn:address <#other> . <#other> a locn:Address .' },
  },
  'Actor-registeredSite': {
    ...reference('org:hasRegisteredSite', 'org:Site', '<#it>', ['org:hasRegisteredSite <#site>']),
    MaxCount: { add: '<#it> org:hasRegisteredSite <#other> . <#other> a org:Site .' },
  },
  'Actor-primarySite': {
    ...reference('org:hasPrimarySite', 'org:Site'),
    MaxCount: { add: '<#it> org:hasPrimarySite <#site>, <#other> . <#other> a org:Site .' },
  },
  'Actor-site': reference('org:hasSite', 'org:Site'),
  'Actor-homepage': {
    ...reference('foaf:homepage', 'foaf:Document', '<#it>', [
      'foaf:homepage <https://communaute.example.org/>',
    ]),
    MaxCount: { add: '<#it> foaf:homepage <> .' },
  },
  'Actor-page': reference('foaf:page', 'foaf:Document'),
  'Actor-contactPoint': {
    ...reference('cv:contactPoint', 'cv:ContactPoint', '<#it>', ['cv:contactPoint <#contact>']),
    MaxCount: { add: '<#it> cv:contactPoint <#other> . <#other> a cv:ContactPoint .' },
  },
  'Actor-parent': reference('org:subOrganizationOf', 'org:Organization', '<#it>', [
    'org:subOrganizationOf <https://annuaire.example.org/autre/region#it>',
  ]),
  'Actor-unitOf': reference('org:unitOf', 'org:Organization'),
  'Actor-memberOf': { NodeKind: { add: '<#it> org:memberOf "Réseau" .' } },
  'Actor-partner': {
    Class: {
      add: '<#it> org:linkedTo <#other> . <#other> skos:prefLabel "A"@fr ; foaf:name "A"@fr .',
    },
    NodeKind: {
      add: '<#it> org:linkedTo _:b . _:b a org:Organization ; skos:prefLabel "A"@fr ; foaf:name "A"@fr .',
    },
  },
  'Actor-funder': {
    Class: {
      add: '<#it> schema:funder <#other> . <#other> skos:prefLabel "A"@fr ; foaf:name "A"@fr .',
    },
    NodeKind: {
      add: '<#it> schema:funder _:b . _:b a org:Organization ; skos:prefLabel "A"@fr ; foaf:name "A"@fr .',
    },
  },
  'Actor-foundingDate': {
    Pattern: {
      drop: '<#it> schema:foundingDate "1998"^^xsd:gYear .',
      add: '<#it> schema:foundingDate "vers 1998" .',
    },
    NodeKind: {
      drop: '<#it> schema:foundingDate "1998"^^xsd:gYear .',
      add: '<#it> schema:foundingDate <1998> .',
    },
    MaxCount: { add: '<#it> schema:foundingDate "1999"^^xsd:gYear .' },
  },
  'Actor-dissolutionDate': {
    Pattern: {
      drop: '<#it> schema:dissolutionDate "2016-12-31"^^xsd:date .',
      add: '<#it> schema:dissolutionDate "fin 2016" .',
    },
    NodeKind: {
      drop: '<#it> schema:dissolutionDate "2016-12-31"^^xsd:date .',
      add: '<#it> schema:dissolutionDate <2016> .',
    },
    MaxCount: { add: '<#it> schema:dissolutionDate "2017"^^xsd:gYear .' },
  },
  'Actor-isReplacedBy': { NodeKind: { add: '<#it> dcterms:isReplacedBy "Collectivité" .' } },
  PageShape: { Class: { drop: '<> a foaf:Document .' } },
  'Page-primaryTopic': {
    MaxCount: { add: '<> foaf:primaryTopic <#site> .' },
    NodeKind: {
      drop: '<> foaf:primaryTopic <#it> .',
      add: '<> foaf:primaryTopic "acteur" .',
    },
  },
  'Page-wasDerivedFrom': {
    MinCount: { drop: '<> prov:wasDerivedFrom <https://annuaire.example.org/test/id/source/acteurs> .' },
    MaxCount: { add: '<> prov:wasDerivedFrom <https://annuaire.example.org/test/id/source/autre> .' },
    NodeKind: {
      drop: '<> prov:wasDerivedFrom <https://annuaire.example.org/test/id/source/acteurs> .',
      add: '<> prov:wasDerivedFrom "acteurs" .',
    },
  },
  'Page-modified': {
    Datatype: {
      drop: '<> dcterms:modified "2010-02-17"^^xsd:date .',
      add: '<> dcterms:modified "17/02/2010"^^xsd:date .',
    },
    MaxCount: { add: '<> dcterms:modified "2010-02-18"^^xsd:date .' },
  },
  'Identifier-notation': {
    NodeKind: {
      drop: '<#identifier-3p66i7lycrekymgt> skos:notation "05a28rw58" .',
      add: '<#identifier-3p66i7lycrekymgt> skos:notation <https://ror.org/05a28rw58> .',
    },
    MinCount: { drop: '<#siren> skos:notation "732829320"^^annuaire:siren .' },
    MaxCount: { add: '<#siren> skos:notation "732829312" .' },
  },
  'Identifier-schemeAgency': {
    MinCount: { drop: '<#siren> adms:schemeAgency "Insee"@fr .' },
    NodeKind: { add: '<#siren> adms:schemeAgency <https://www.insee.fr/> .' },
  },
  'Site-key': {
    Datatype: {
      drop: `${SITE} dcterms:identifier "corte" .`,
      add: `${SITE} dcterms:identifier "corte"@fr .`,
    },
    MaxCount: { add: `${SITE} dcterms:identifier "autre" .` },
  },
  'Site-prefLabel': {
    Datatype: { add: `${SITE} skos:prefLabel "sans langue" .` },
    UniqueLang: { add: `${SITE} skos:prefLabel "Autre"@fr .` },
  },
  'Site-address': {
    ...reference('org:siteAddress', 'locn:Address', '<#site>', ['org:siteAddress <#address>']),
    MaxCount: { add: '<#site> org:siteAddress <#other> . <#other> a locn:Address .' },
  },
  'Site-identifier': {
    ...reference('adms:identifier', 'adms:Identifier', '<#site>', ['adms:identifier <#siret>']),
    MaxCount: { add: '<#site> adms:identifier <#siren> .' },
  },
  'Siret-notation': {
    Datatype: {
      drop: '<#siret> skos:notation "73282932000074"^^annuaire:siret .',
      add: '<#siret> skos:notation "73282932000074" .',
    },
    Pattern: {
      drop: '<#siret> skos:notation "73282932000074"^^annuaire:siret .',
      add: '<#siret> skos:notation "732829320"^^annuaire:siret .',
    },
  },
  'Site-geometry': {
    ...reference('geo:hasGeometry', 'geo:Geometry', '<#site>', ['geo:hasGeometry <#geometry>']),
    MaxCount: {
      add: `<#site> geo:hasGeometry <#other> . <#other> a geo:Geometry ;
        geo:asWKT "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(0 0)"^^geo:wktLiteral .`,
    },
  },
  'Site-contactPoint': {
    ...reference('cv:contactPoint', 'cv:ContactPoint', SITE, [
      'cv:contactPoint <#site-lltsbtv3irmhnfnl-contact>',
    ]),
    MaxCount: { add: `${SITE} cv:contactPoint <#contact> .` },
  },
  'Address-fullAddress': text('locn:fullAddress'),
  'Address-thoroughfare': text('locn:thoroughfare'),
  'Address-postName': text('locn:postName'),
  'Address-postCode': {
    Datatype: { drop: '<#address> locn:postCode "20000" .', add: '<#address> locn:postCode 20000 .' },
    MaxCount: { add: '<#address> locn:postCode "20090" .' },
  },
  'Address-adminUnit': reference('cv:adminUnit', 'cv:AdminUnit', '<#address>'),
  'Geometry-asWKT': {
    Datatype: { drop: wkt('POINT(8.7376 41.9263)'), add: wkt('POINT(8.7376 41.9263)', 'xsd:string') },
    Pattern: { drop: wkt('POINT(8.7376 41.9263)'), add: wkt('POINT(41.9263 148.11)') },
    MinCount: { drop: wkt('POINT(8.7376 41.9263)') },
    MaxCount: { add: wkt('POINT(8.7376 41.9264)') },
  },
  'ContactPoint-email': {
    Datatype: {
      drop: '<#contact> cv:email "contact@communaute.example.org" .',
      add: '<#contact> cv:email "contact@communaute.example.org"@fr .',
    },
    Pattern: {
      drop: '<#contact> cv:email "contact@communaute.example.org" .',
      add: '<#contact> cv:email "contact at example" .',
    },
    MaxCount: { add: '<#contact> cv:email "accueil@communaute.example.org" .' },
  },
  'ContactPoint-telephone': {
    Datatype: {
      drop: '<#contact> cv:telephone "+33 4 00 00 00 00" .',
      add: '<#contact> cv:telephone 400000000 .',
    },
    MaxCount: { add: '<#contact> cv:telephone "+33 4 00 00 00 01" .' },
  },
  'ContactPoint-openingHours': {
    ...reference('cv:openingHours', 'time:TemporalEntity', '<#contact>', [
      'cv:openingHours <#opening-hours>',
    ]),
    MaxCount: { add: '<#contact> cv:openingHours <#site-lltsbtv3irmhnfnl-opening-hours> .' },
  },
  'OpeningHours-description': {
    Datatype: { add: '<#opening-hours> dcterms:description "sans langue" .' },
    MinCount: { drop: '<#opening-hours> dcterms:description "Du lundi au vendredi, 9 h – 17 h"@fr .' },
    UniqueLang: { add: '<#opening-hours> dcterms:description "Jamais"@fr .' },
  },
  'Action-prefLabel': {
    Datatype: { add: '<#action-5yh5zajfeg4jznv5> skos:prefLabel "sans langue" .' },
    MinCount: { drop: '<#action-5yh5zajfeg4jznv5> skos:prefLabel "Carte des points d’accès"@fr .' },
    UniqueLang: { add: '<#action-5yh5zajfeg4jznv5> skos:prefLabel "Autre"@fr .' },
  },
  'Action-wasAssociatedWith': {
    Class: { add: '<#action-5yh5zajfeg4jznv5> prov:wasAssociatedWith <#site> .' },
    MinCount: { drop: '<#action-5yh5zajfeg4jznv5> prov:wasAssociatedWith <#it> .' },
  },
  'Action-description': {
    Datatype: { add: `${ACTION} dcterms:description "sans langue" .` },
    UniqueLang: { add: `${ACTION} dcterms:description "Autre"@fr .` },
  },
  'Action-page': {
    ...reference('foaf:page', 'foaf:Document', ACTION, [
      'foaf:page <https://communaute.example.org/atelier>',
    ]),
    MaxCount: { add: `${ACTION} foaf:page <> .` },
  },
  'Action-date': {
    Pattern: { drop: `${ACTION} ${DATE} .`, add: `${ACTION} dcterms:date "en janvier" .` },
    NodeKind: { drop: `${ACTION} ${DATE} .`, add: `${ACTION} dcterms:date <2010> .` },
    MaxCount: { add: `${ACTION} dcterms:date "2011"^^xsd:gYear .` },
  },
  'RelatedOrganization-prefLabel': {
    Datatype: { add: '<#funders-22ua6anawfxopgei> skos:prefLabel "sans langue" .' },
    MinCount: { drop: '<#funders-22ua6anawfxopgei> skos:prefLabel "Fonds fictif"@fr .' },
    UniqueLang: { add: '<#partners-rafz7vedgbsoru3j> skos:prefLabel "Autre"@fr .' },
  },
  'RelatedOrganization-name': {
    Datatype: { add: '<#funders-22ua6anawfxopgei> foaf:name "sans langue" .' },
    MinCount: { drop: '<#partners-rafz7vedgbsoru3j> foaf:name "Association des maires"@fr .' },
  },
}
