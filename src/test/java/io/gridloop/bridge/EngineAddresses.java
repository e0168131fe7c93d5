package io.gridloop.bridge;

import java.net.URI;

/**
 * Where the parts of the engine under test listen.
 *
 * @param grpc the broker's gateway, gRPC
 * @param rest the broker's gateway, REST
 * @param management the broker's management port (actuator)
 * @param openSearch the OpenSearch node that the broker exports its records to, one record a bulk
 */
public record EngineAddresses(URI grpc, URI rest, URI management, URI openSearch) {}
