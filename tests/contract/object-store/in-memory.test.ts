import { inMemoryObjectStore } from '@sillok/object-store/in-memory';
import { describeObjectStore } from './object-store-contract.ts';

describeObjectStore('the memory', async () => inMemoryObjectStore());
