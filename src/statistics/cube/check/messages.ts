import type { LocalizedText } from '../../../errors.ts'

/** IC-1. */
export function dataSetsOf(count: number): LocalizedText {
  return count === 0
    ? {
        fr: 'Cette observation n’est d’aucun jeu de données. Donnez-lui un qb:dataSet.',
        en: 'This observation is of no data set. Give it a qb:dataSet.',
      }
    : {
        fr: `Cette observation est de ${count} jeux de données. N’en gardez qu’un.`,
        en: `This observation is of ${count} data sets. Keep one of them.`,
      }
}

/** IC-2. */
export function structuresOf(count: number): LocalizedText {
  return count === 0
    ? {
        fr: 'Ce jeu de données n’a pas de structure. Donnez-lui une qb:structure.',
        en: 'This data set has no structure. Give it a qb:structure.',
      }
    : {
        fr: `Ce jeu de données a ${count} structures. N’en gardez qu’une.`,
        en: `This data set has ${count} structures. Keep one of them.`,
      }
}

/** IC-3. */
export function noMeasure(): LocalizedText {
  return {
    fr: 'Cette structure n’a pas de mesure. Donnez-lui un composant avec une qb:measure.',
    en: 'This structure has no measure. Give it a component with a qb:measure.',
  }
}

/** IC-4. */
export function noRange(): LocalizedText {
  return {
    fr: 'Cette dimension ne dit pas ce que sont ses valeurs. Donnez-lui un rdfs:range.',
    en: 'This dimension does not say what its values are. Give it an rdfs:range.',
  }
}

/** IC-5. */
export function noCodeList(): LocalizedText {
  return {
    fr: 'Les valeurs de cette dimension sont des concepts, mais elle n’a pas de liste de codes. Donnez-lui une qb:codeList.',
    en: 'The values of this dimension are concepts, but it has no code list. Give it a qb:codeList.',
  }
}

/** IC-6. */
export function optionalComponent(): LocalizedText {
  return {
    fr: 'Ce composant est dit facultatif, mais seul un attribut peut l’être. Retirez qb:componentRequired, ou faites-en un attribut.',
    en: 'This component is said to be optional, but only an attribute can be. Remove qb:componentRequired, or make it an attribute.',
  }
}

/** IC-7. */
export function undeclaredSliceKey(): LocalizedText {
  return {
    fr: 'Cette clé de coupe n’est d’aucune structure. Déclarez-la avec qb:sliceKey.',
    en: 'This slice key is of no structure. Declare it with qb:sliceKey.',
  }
}

/** IC-8. */
export function foreignSliceKey(structure: string): LocalizedText {
  return {
    fr: `Cette clé de coupe a un composant que la structure ${named(structure)} n’a pas. Ajoutez-le à la structure, ou retirez-le de la clé.`,
    en: `This slice key has a component that the structure ${named(structure)} does not have. Add it to the structure, or remove it from the key.`,
  }
}

/** IC-9. */
export function sliceStructures(count: number): LocalizedText {
  return count === 0
    ? {
        fr: 'Cette coupe n’a pas de clé. Donnez-lui une qb:sliceStructure.',
        en: 'This slice has no key. Give it a qb:sliceStructure.',
      }
    : {
        fr: `Cette coupe a ${count} clés. N’en gardez qu’une.`,
        en: `This slice has ${count} keys. Keep one of them.`,
      }
}

/** IC-10. */
export function sliceWithoutDimension(): LocalizedText {
  return {
    fr: 'Cette coupe n’a pas de valeur pour une dimension de sa clé. Donnez-lui en une.',
    en: 'This slice has no value for a dimension of its key. Give it one.',
  }
}

/** IC-11. */
export function withoutDimensions(dimensions: readonly string[], areMore: boolean): LocalizedText {
  return lacking(dimensions, areMore, {
    fr: 'Cette observation n’a pas de valeur pour',
    en: 'This observation has no value for',
  })
}

/** IC-12. */
export function duplicate(first: string): LocalizedText {
  return {
    fr: `Cette observation a, pour toutes les dimensions, les valeurs de ${named(first)}. Retirez l’une des deux, ou corrigez-en les valeurs.`,
    en: `This observation has the values of ${named(first)} for all dimensions. Remove one of the two, or correct its values.`,
  }
}

/** IC-13. */
export function withoutRequired(attributes: readonly string[], areMore: boolean): LocalizedText {
  return lacking(attributes, areMore, {
    fr: 'Cette observation n’a pas le composant obligatoire',
    en: 'This observation lacks the required component',
  })
}

/** IC-14. */
export function withoutMeasures(measures: readonly string[], areMore: boolean): LocalizedText {
  return lacking(measures, areMore, {
    fr: 'Cette observation n’a pas la mesure',
    en: 'This observation lacks the measure',
  })
}

/** IC-15. */
export function withoutItsMeasure(): LocalizedText {
  return {
    fr: 'Cette observation n’a pas de valeur pour la mesure de son qb:measureType. Donnez-lui en une, ou corrigez le type.',
    en: 'This observation has no value for the measure of its qb:measureType. Give it one, or correct the type.',
  }
}

/** IC-16. */
export function withOtherMeasure(measure: string): LocalizedText {
  return {
    fr: `Cette observation est de la mesure ${named(measure)}, mais elle en a une autre aussi. Faites de celle-ci une observation à part.`,
    en: `This observation is of the measure ${named(measure)}, but it has another one too. Make this an observation of its own.`,
  }
}

/** IC-17. */
export function measuresAtPoint(count: number, wanted: number): LocalizedText {
  return {
    fr: `En ce point du cube, il y a ${count} observation(s), et la structure a ${wanted} mesure(s). Il en faut une par mesure.`,
    en: `At this point of the cube there are ${count} observation(s), and the structure has ${wanted} measure(s). There must be one per measure.`,
  }
}

/** IC-18. */
export function sliceOfOtherDataSet(slice: string): LocalizedText {
  return {
    fr: `Cette observation est dans la coupe ${named(slice)}, mais pas dans le jeu de données de celle-ci. Corrigez son qb:dataSet, ou retirez-la de la coupe.`,
    en: `This observation is in the slice ${named(slice)}, but not in the data set of the slice. Correct its qb:dataSet, or remove it from the slice.`,
  }
}

/** IC-19, IC-20 and IC-21. */
export function notInCodeList(list: string, constraint: 19 | 20 | 21): LocalizedText {
  const [fr, en] =
    constraint === 19 ? ['la liste de codes', 'the code list'] : ['la hiérarchie', 'the hierarchy']
  return {
    fr: `La valeur de cette dimension n’est pas dans ${fr} ${named(list)}. Corrigez la valeur, ou ajoutez-la.`,
    en: `The value of this dimension is not in ${en} ${named(list)}. Correct the value, or add it.`,
  }
}

/** rdfs:range. */
export function notInRange(range: string): LocalizedText {
  return {
    fr: `Cette valeur n’est pas du type ${named(range)}, qui est le rdfs:range de la propriété, ou n’est pas écrite comme son propre type le veut. Corrigez la valeur ou son type.`,
    en: `This value is not of the datatype ${named(range)}, which is the rdfs:range of the property, or is not written as its own datatype asks for. Correct the value or its datatype.`,
  }
}

/** A node as Turtle has it. */
function named(node: string): string {
  return node.startsWith('_:') ? node : `<${node}>`
}

function lacking(properties: readonly string[], areMore: boolean, { fr, en }: LocalizedText): LocalizedText {
  const list = properties.map(named).join(', ') + (areMore ? '…' : '')
  return { fr: `${fr}\u00a0: ${list}. Donnez-lui en une.`, en: `${en}: ${list}. Give it one.` }
}
