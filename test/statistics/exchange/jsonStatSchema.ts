import { Ajv } from 'ajv'

const text = { type: 'string' }
const texts = { type: 'array', items: text }
/** The rules of https://json-stat.org/full/ for datasets, as far as a schema can say them. */
const SCHEMA = {
  type: 'object',
  required: ['version', 'class', 'id', 'size', 'dimension', 'value'],
  additionalProperties: false,
  properties: {
    version: { const: '2.0' },
    class: { const: 'dataset' },
    label: text,
    href: text,
    source: text,
    updated: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    note: texts,
    extension: { type: 'object' },
    id: { ...texts, uniqueItems: true },
    size: { type: 'array', items: { type: 'integer', minimum: 0 } },
    role: {
      type: 'object',
      additionalProperties: false,
      properties: { time: texts, geo: texts, metric: texts },
    },
    value: {
      oneOf: [
        { type: 'array', items: { type: ['number', 'null'] } },
        { type: 'object', patternProperties: { '^\\d+$': { type: 'number' } }, additionalProperties: false },
      ],
    },
    status: { type: 'object', patternProperties: { '^\\d+$': text }, additionalProperties: false },
    dimension: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['category'],
        additionalProperties: false,
        properties: {
          label: text,
          note: texts,
          category: {
            type: 'object',
            required: ['index'],
            additionalProperties: false,
            properties: {
              index: { ...texts, uniqueItems: true },
              label: { type: 'object', additionalProperties: text },
              unit: {
                type: 'object',
                additionalProperties: {
                  type: 'object',
                  additionalProperties: false,
                  properties: {
                    decimals: { type: 'integer', minimum: 0 },
                    label: text,
                    symbol: text,
                    position: { enum: ['start', 'end'] },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
}
/** Whether a value is a dataset; its `errors` say why not. */
export const isValid = new Ajv({ allowUnionTypes: true }).compile(SCHEMA)
