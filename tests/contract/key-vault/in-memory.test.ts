import { inMemoryKeyVault } from '@sillok/key-vault/in-memory';
import { describeKeyVault } from './key-vault-contract.ts';

describeKeyVault('the memory', async () => inMemoryKeyVault());
