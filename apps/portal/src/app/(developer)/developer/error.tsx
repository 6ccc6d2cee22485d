'use client';

export { BrokenPage as default } from '../../../errors/broken-page';
