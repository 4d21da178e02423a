# The command `enishi` with the shipped record; see docker-compose.yml for the graph in a shared Neo4j.
FROM python:3.12-slim AS build
WORKDIR /src
COPY . .
RUN python -m venv /opt/enishi \
    && /opt/enishi/bin/pip install --no-cache-dir --constraint requirements.lock .

FROM python:3.12-slim
RUN useradd --create-home --uid 10001 enishi
COPY --from=build /opt/enishi /opt/enishi
ENV PATH=/opt/enishi/bin:$PATH \
    LANG=C.UTF-8
USER 10001
WORKDIR /home/enishi
ENTRYPOINT ["enishi"]
CMD ["--help"]
