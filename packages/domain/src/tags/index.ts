/** Tags: free words by which a company sorts its machines. */
export { readTagName, readTagNames, TAG_LIMITS, tagKey } from './tag-name.js';
