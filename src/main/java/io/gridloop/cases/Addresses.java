package io.gridloop.cases;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people's browsers find things.
 *
 * @param publicUrl this application, {@code gridloop.public-url}
 * @param operateUrl Camunda Operate, {@code gridloop.operate-url}
 */
@ConfigurationProperties("gridloop")
record Addresses(@DefaultValue("http://127.0.0.1:8090") String publicUrl, @Nullable String operateUrl) {

    /** The page of a case. */
    String caseUrl(String caseNumber) {
        return publicUrl.replaceAll("/+$", "") + "/cases/" + caseNumber;
    }

    /** The process instance in Operate; null when Operate's address or the instance is not known. */
    @Nullable
    String instanceUrl(@Nullable Long processInstanceKey) {
        return operateUrl == null || operateUrl.isBlank() || processInstanceKey == null
                ? null
                : operateUrl.replaceAll("/+$", "") + "/processes/" + processInstanceKey;
    }

    /** All running instances of a process that rest on one element, in Operate; null when its address is not known. */
    @Nullable
    String elementUrl(String processId, int version, String element) {
        return operateUrl == null || operateUrl.isBlank()
                ? null
                : "%s/processes?process=%s&version=%d&active=true&incidents=true&flowNodeId=%s".formatted(
                        operateUrl.replaceAll("/+$", ""), processId, version, element);
    }
}
