package comparison;

/** Something to do with a client that has a browser. What is measured stands between {@link Marks#begin} and {@link Marks#end}. */
@FunctionalInterface
interface Work {

    Result run(Client client, Options options) throws Exception;
}
