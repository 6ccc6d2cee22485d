'use client';

import { MODEL_PARTS, type TypeModel } from '@tenon/domain/device-types';
import { PartSection } from './part-section';

interface ModelPartsProps {
  readonly model: TypeModel;
  readonly headingLevel?: 2 | 3;
}

/** What a model says, to be read; parts with nothing in them are left out. */
export function ModelParts({ model, headingLevel = 2 }: ModelPartsProps) {
  const parts = MODEL_PARTS.filter((part) => model[part].length > 0);
  return (
    <div className="grid grid-cols-1 gap-8">
      {parts.map((part) => (
        <PartSection key={part} model={model} part={part} headingLevel={headingLevel} />
      ))}
    </div>
  );
}
