package io.gridloop.process.models;

import io.camunda.client.annotation.JobWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;

/** The job types that have a worker. */
public final class JobTypes {

    private static final String WORKERS = "classpath*:io/gridloop/*/worker/*.class";

    private JobTypes() {}

    /** Read from the workers' class files; no worker is loaded or started. */
    public static Set<String> ofWorkers() {
        var types = new TreeSet<String>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(WORKERS)) {
                typesIn(file).forEach(types::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }

    private static Stream<String> typesIn(Resource file) throws IOException {
        return new CachingMetadataReaderFactory().getMetadataReader(file).getAnnotationMetadata()
                .getAnnotatedMethods(JobWorker.class.getName()).stream().map(JobTypes::type);
    }

    // Without a type the starter takes the method's name.
    private static String type(MethodMetadata method) {
        var type = method.getAnnotations().get(JobWorker.class).getString("type");
        return type.isEmpty() ? method.getMethodName() : type;
    }
}
