import { Module } from '@nestjs/common';
import { OutboundCalls } from './outbound-calls';
import { OutboundTargets } from './outbound-targets';

/** Calls to other systems; a test that needs one overrides {@link OutboundTargets}, which refuses this machine. */
@Module({ providers: [OutboundTargets, OutboundCalls], exports: [OutboundCalls, OutboundTargets] })
export class OutboundModule {}
