export declare function hasBackForwardCache(): Promise<boolean>;
