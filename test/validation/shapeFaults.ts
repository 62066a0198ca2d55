import type { Fault } from './plant.ts'

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
  'Actor-parent': {
    ...reference('org:subOrganizationOf', 'org:Organization', '<#it>', [
      'org:subOrganizationOf <https://annuaire.example.org/autre/region#it>',
    ]),
    MaxCount: { add: '<#it> org:subOrganizationOf <https://annuaire.example.org/autre/reseau#it> .' },
  },
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
    Datatype: { drop: '<#siren> skos:notation "732829320" .', add: '<#siren> skos:notation 732829320 .' },
    Pattern: { drop: '<#siren> skos:notation "732829320" .', add: '<#siren> skos:notation "732 829 320" .' },
    MinCount: { drop: '<#siren> skos:notation "732829320" .' },
    MaxCount: { add: '<#siren> skos:notation "732829312" .' },
  },
  'Identifier-schemeAgency': {
    MinCount: { drop: '<#siren> adms:schemeAgency "Insee"@fr .' },
    NodeKind: { add: '<#siren> adms:schemeAgency <https://www.insee.fr/> .' },
  },
  'Site-address': {
    ...reference('org:siteAddress', 'locn:Address', '<#site>', ['org:siteAddress <#address>']),
    MaxCount: { add: '<#site> org:siteAddress <#other> . <#other> a locn:Address .' },
  },
  'Site-identifier': {
    ...reference('adms:identifier', 'adms:Identifier', '<#site>', ['adms:identifier <#siret>']),
    MaxCount: { add: '<#site> adms:identifier <#siren> .' },
  },
  'Site-geometry': {
    ...reference('geo:hasGeometry', 'geo:Geometry', '<#site>', ['geo:hasGeometry <#geometry>']),
    MaxCount: {
      add: `<#site> geo:hasGeometry <#other> . <#other> a geo:Geometry ;
        geo:asWKT "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(0 0)"^^geo:wktLiteral .`,
    },
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
  'Action-prefLabel': {
    Datatype: { add: '<#action-5yh5zajfeg4jznv5> skos:prefLabel "sans langue" .' },
    MinCount: { drop: '<#action-5yh5zajfeg4jznv5> skos:prefLabel "Carte des points d’accès"@fr .' },
    UniqueLang: { add: '<#action-5yh5zajfeg4jznv5> skos:prefLabel "Autre"@fr .' },
  },
  'Action-wasAssociatedWith': {
    Class: { add: '<#action-5yh5zajfeg4jznv5> prov:wasAssociatedWith <#site> .' },
    MinCount: { drop: '<#action-5yh5zajfeg4jznv5> prov:wasAssociatedWith <#it> .' },
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

function concept(property: string): Record<string, Fault> {
  return reference(property, 'skos:Concept')
}

/** Faults of a property whose values are IRIs of a class; `drop` makes room where there is one value at most. */
function reference(
  property: string,
  type: string,
  subject = '<#it>',
  drop: string[] = [],
): Record<string, Fault> {
  const dropped =
    drop.length > 0 ? { drop: drop.map(statement => `${subject} ${statement} .`).join(' ') } : {}
  const label = 'skos:prefLabel "X"@fr ; foaf:name "X"@fr'
  const wkt = 'geo:asWKT "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(0 0)"^^geo:wktLiteral'
  const number = 'skos:notation "732829320" ; adms:schemeAgency "Insee"@fr'
  return {
    Class: { ...dropped, add: `${subject} ${property} <#other> .` },
    NodeKind: {
      ...dropped,
      add: `${subject} ${property} _:b . _:b a ${type} ; ${label} ; ${wkt} ; ${number} .`,
    },
  }
}

/** Faults of a text of the address. */
function text(property: string): Record<string, Fault> {
  return {
    Datatype: { add: `<#address> ${property} "sans langue" .` },
    UniqueLang: { add: `<#address> ${property} "Un autre"@fr .` },
  }
}

function wkt(point: string, datatype = 'geo:wktLiteral'): string {
  return `<#geometry> geo:asWKT "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> ${point}"^^${datatype} .`
}
